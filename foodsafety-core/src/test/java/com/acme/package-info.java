/**
 * Plug-ins of others, for tests: packed into jars of their own, and hidden from the test's loader.
 */
package com.acme;
