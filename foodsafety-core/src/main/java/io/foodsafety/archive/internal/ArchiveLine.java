package io.foodsafety.archive.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.base.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A line of a part: a document or a log entry. In JSON {@code {"id":…,"version":…,"text":…}} or
 * {@code {"position":…,"text":…}}; bytes that are not UTF-8 are {@code base64} in the place of
 * {@code text}. The version is left out where the ledger says nothing of it.
 */
final class ArchiveLine {

  private static final String ID = "id";
  private static final String VERSION = "version";
  private static final String POSITION = "position";
  private static final String TEXT = "text";
  private static final String BASE64 = "base64";

  private final String id;
  private final long number;
  private final byte[] body;

  private ArchiveLine(String id, long number, byte[] body) {
    this.id = id;
    this.number = number;
    this.body = body;
  }

  static ArchiveLine document(String id, long version, byte[] body) {
    return new ArchiveLine(id, version, body);
  }

  static ArchiveLine entry(long position, byte[] body) {
    return new ArchiveLine("", position, body);
  }

  /** The document's id; empty for an entry. */
  String id() {
    return id;
  }

  /** The document's version or the entry's position, from 1. */
  long number() {
    return number;
  }

  /** The stored bytes, which nobody changes. */
  byte[] body() {
    return body;
  }

  void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    if (id.isEmpty()) {
      json.writeNumberField(POSITION, number);
    } else {
      json.writeStringField(ID, id);
      if (number > 1) {
        json.writeNumberField(VERSION, number);
      }
    }
    if (Utf8.isWellFormed(body)) {
      json.writeStringField(TEXT, new String(body, StandardCharsets.UTF_8));
    } else {
      json.writeStringField(BASE64, Base64.getEncoder().encodeToString(body));
    }
    json.writeEndObject();
  }

  /** Reads a line whose first brace was read. An IOException if it is none. */
  static ArchiveLine read(JsonParser json) throws IOException {
    String id = "";
    long number = 1;
    byte[] body = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case ID -> id = json.getText();
        case VERSION, POSITION -> number = json.getLongValue();
        case TEXT -> body = json.getText().getBytes(StandardCharsets.UTF_8);
        case BASE64 -> body = json.getBinaryValue();
        default -> json.skipChildren();
      }
    }
    if (body == null) {
      throw new IOException("A line has neither text nor base64.");
    }
    return new ArchiveLine(id, number, body);
  }
}
