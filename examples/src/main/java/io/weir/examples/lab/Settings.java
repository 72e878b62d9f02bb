package io.weir.examples.lab;

import java.time.Duration;

/**
 * What all rows have in common.
 *
 * @param capacity how many items a buffer may hold
 * @param consumer how long the consumer spends on each item
 * @param concurrency how many items mergeMap works on at once
 * @param period how often sample lets an item through
 */
record Settings(int capacity, Duration consumer, int concurrency, Duration period) {}
