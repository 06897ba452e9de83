package io.foodsafety.source.internal;

import io.foodsafety.model.issue.Location;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A value of a JSON document with its place. */
public sealed interface SourceNode {

  /** The file, the line and the path. */
  Location location();

  /** What it is, as messages name it. */
  String what();

  /** An object; the members are in the order written. */
  record ObjectNode(Location location, Map<String, SourceNode> members) implements SourceNode {
    @Override
    public String what() {
      return "an object";
    }
  }

  /** A list. */
  record ListNode(Location location, List<SourceNode> items) implements SourceNode {
    @Override
    public String what() {
      return "a list";
    }
  }

  /** A text. */
  record TextNode(Location location, String value) implements SourceNode {
    @Override
    public String what() {
      return "a text";
    }
  }

  /** A number. */
  record NumberNode(Location location, BigDecimal value) implements SourceNode {
    @Override
    public String what() {
      return "a number";
    }
  }

  /** True or false. */
  record BooleanNode(Location location, boolean value) implements SourceNode {
    @Override
    public String what() {
      return String.valueOf(value);
    }
  }

  /** Null: as good as absent. */
  record NullNode(Location location) implements SourceNode {
    @Override
    public String what() {
      return "null";
    }
  }
}
