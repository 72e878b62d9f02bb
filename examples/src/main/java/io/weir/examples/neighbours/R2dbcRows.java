package io.weir.examples.neighbours;

import static io.weir.Operators.concatMap;

import io.r2dbc.h2.H2Connection;
import io.r2dbc.h2.H2ConnectionFactory;
import io.r2dbc.h2.H2Result;
import io.weir.Operator;
import io.weir.flatten.FlattenOptions;
import io.weir.reactor.ReactorAdapter;
import io.weir.spi.CountingProbe;
import io.weir.spi.Probe;
import reactor.core.publisher.Flux;

/** The large result of a query is read one row at a time: H2, in memory, makes a row when the one before is read. */
public final class R2dbcRows {
    /** How many rows the result has, of 10 KB each: 500 MB. */
    static final int ROWS = 50_000;

    private static final int NUMBERS_IN_A_ROW = 1_000;
    private static volatile Lead made = new Lead(); // of the latest reading: H2 calls a static method

    private R2dbcRows() {}

    /**
     * Reads the result to its end, and once more its beginning, and tells how that went.
     *
     * @param args none
     */
    public static void main(String[] args) {
        Account.print(read(ROWS).account(), read(100).account());
    }

    /**
     * @param chain what stands between the driver and the reader
     * @param asked what the rows of the driver were asked for
     * @param stage what passed through the chain
     * @param rows how far H2 was ahead of the reader
     */
    record Reading(String chain, Requests asked, CountingProbe.Snapshot stage, Lead rows) {
        Account account() {
            return new Account("A result of " + Account.count(ROWS) + " rows, through " + chain)
                    .line("rows read, one at a time", rows.read())
                    .line("the driver was asked for", asked)
                    .line("H2 made", rows.made())
                    .line("and was ahead of the reader by at most", rows.most())
                    .line("dropped", stage.dropped());
        }
    }

    /** Reads so many rows, and gives up the rest. */
    static Reading read(int reads) {
        Lead rows = new Lead();
        made = rows;
        Requests asked = new Requests();
        CountingProbe probe = Probe.counting();

        H2Connection connection =
                SlowReader.only(H2ConnectionFactory.inMemory("neighbour").create());
        try {
            run(
                    connection,
                    "CREATE ALIAS IF NOT EXISTS MAKE_ROW DETERMINISTIC FOR '" + R2dbcRows.class.getName()
                            + ".makeRow'");
            run(connection, "SET LAZY_QUERY_EXECUTION 1"); // otherwise H2 makes all rows before it gives out the first
            Flux<H2Result> results = connection
                    .createStatement("SELECT MAKE_ROW(X) FROM SYSTEM_RANGE(1, " + ROWS + ")")
                    .execute();
            Operator<H2Result, String> texts = concatMap(
                    FlattenOptions.defaults().probe(probe),
                    result -> result.map((row, metadata) -> String.valueOf(row.get(0)))
                            .doOnRequest(asked::add));

            try (SlowReader<String> reader = SlowReader.of(results.transform(ReactorAdapter.via(texts)))) {
                for (int i = 0; i < reads; i++) {
                    reader.next().ifPresent(row -> rows.read(1));
                }
            }
            return new Reading(texts.toString(), asked, probe.snapshot(), rows);
        } finally {
            SlowReader.await(connection.close());
        }
    }

    private static void run(H2Connection connection, String statement) {
        SlowReader.await(connection.createStatement(statement).execute().flatMap(H2Result::getRowsUpdated));
    }

    /**
     * H2 calls it for each row that it makes.
     *
     * @param number the number of the row
     * @return the row
     */
    public static String makeRow(int number) {
        made.made(1);
        return String.format("%10d", number).repeat(NUMBERS_IN_A_ROW);
    }
}
