package io.weir.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All figures that the page is made of, which may have been taken in several sessions. In a file, a session begins with a
 * line that says so, and has a line of two columns for each of its conditions, and one of seven for each of its measurements.
 */
public record Results(List<Session> sessions) {
    /** Where those of the page are kept. */
    public static final String FILE = "benchmarks/figures.tsv";

    private static final String SESSION = "session";
    private static final String TAB = "\t";

    public record Session(Conditions conditions, List<Measurement> measurements) {
        private static Session empty() {
            return new Session(new Conditions(new LinkedHashMap<>()), new ArrayList<>());
        }
    }

    List<Measurement> measurements() {
        return sessions.stream()
                .flatMap(session -> session.measurements().stream())
                .toList();
    }

    /** What the newer session has measured again counts no more. */
    public Results with(Session newer) {
        Set<String> again =
                newer.measurements().stream().map(Measurement::label).collect(Collectors.toSet());
        List<Session> all = new ArrayList<>();
        for (Session session : sessions) {
            List<Measurement> rest = session.measurements().stream()
                    .filter(measurement -> !again.contains(measurement.label()))
                    .toList();
            if (!rest.isEmpty()) {
                all.add(new Session(session.conditions(), rest));
            }
        }
        all.add(newer);
        return new Results(all);
    }

    public void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Session session : sessions) {
            lines.add(SESSION);
            session.conditions().facts().forEach((name, value) -> lines.add(name + TAB + value));
            session.measurements()
                    .forEach(m -> lines.add(String.join(
                            TAB,
                            m.grid(),
                            m.row(),
                            m.by(),
                            "" + m.value(),
                            "" + m.low(),
                            "" + m.high(),
                            "" + m.bytes())));
        }
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    public static Results read(Path file) throws IOException {
        List<Session> sessions = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String[] cells = line.split(TAB, -1);
            if (line.equals(SESSION)) {
                sessions.add(Session.empty());
            } else if (sessions.isEmpty() || (cells.length != 2 && cells.length != 7)) {
                throw new IOException("line " + number + " of the kept figures is not understood: " + line);
            } else {
                add(cells, sessions.get(sessions.size() - 1));
            }
        }
        return new Results(sessions);
    }

    private static void add(String[] cells, Session session) {
        if (cells.length == 2) {
            Map<String, String> facts = session.conditions().facts();
            facts.put(cells[0], cells[1]);
        } else {
            double[] numbers = new double[4];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Double.parseDouble(cells[3 + i]);
            }
            session.measurements()
                    .add(new Measurement(cells[0], cells[1], cells[2], numbers[0], numbers[1], numbers[2], numbers[3]));
        }
    }
}
