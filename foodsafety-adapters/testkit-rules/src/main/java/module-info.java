/** Tests of policies in one line of Java, or as cases in a file. */
module io.foodsafety.testkit.rules {
  requires transitive io.foodsafety.core;
  requires com.fasterxml.jackson.core;
  requires static org.jspecify;

  exports io.foodsafety.testkit.rules;
}
