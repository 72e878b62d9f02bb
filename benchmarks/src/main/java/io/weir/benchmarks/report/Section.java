package io.weir.benchmarks.report;

/**
 * A grid on the page.
 *
 * @param title the grid
 * @param unit what its figures are, apart from the bytes for each item
 * @param about what it measures
 */
public record Section(String title, String unit, String about) {}
