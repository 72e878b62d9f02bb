package io.weir.examples.lab;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads policies by the names of their operators. */
final class PolicyNames implements ITypeConverter<Policy> {
    @Override
    public Policy convert(String value) {
        try {
            return Policy.of(value.strip());
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
