package io.weir.examples.lab;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times such as 5s, 100ms, 1.5m or 0. */
final class Times implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(ns|us|µs|ms|s|m|h)?");
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    @Override
    public Duration convert(String value) {
        Matcher form = FORM.matcher(value);
        if (form.matches()) {
            BigDecimal number = new BigDecimal(form.group(1));
            Long unit = form.group(2) == null ? null : NANOS.get(form.group(2));
            if (unit == null && number.signum() == 0) {
                return Duration.ZERO;
            }
            if (unit != null) {
                return nanos(value, number.multiply(BigDecimal.valueOf(unit)));
            }
        }
        throw new TypeConversionException("'" + value + "' is not a time; write for example 5s, 100ms, 20us or 0");
    }

    private static Duration nanos(String value, BigDecimal nanos) {
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new TypeConversionException("'" + value + "' is too long a time");
        }
        return Duration.ofNanos(nanos.longValue());
    }
}
