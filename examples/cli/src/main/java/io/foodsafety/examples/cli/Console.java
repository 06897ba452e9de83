package io.foodsafety.examples.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/**
 * What a run of the command line is connected to.
 *
 * @param in standard input
 * @param out standard output, for results
 * @param err standard error, for problems and progress
 * @param terminal whether a person watches standard error
 * @param clock the time
 * @param environment the environment variables
 */
record Console(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean terminal,
    Clock clock,
    Map<String, String> environment) {}
