package io.foodsafety.record.internal;

/** Places inside a record (RFC 6901). */
final class JsonPointer {

  private JsonPointer() {}

  static String child(String path, String name) {
    return path + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  static String child(String path, int index) {
    return path + "/" + index;
  }
}
