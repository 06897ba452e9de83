package io.foodsafety.record.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.foodsafety.record.internal.JsonTreeWriter.KeyOrder;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one JSON object on each line, the type first. */
public final class NdjsonWriter implements RecordWriter {

  private final JsonGenerator json;

  /**
   * A writer.
   *
   * @param out where to; stays open
   * @throws IOException if it cannot begin
   */
  public NdjsonWriter(OutputStream out) throws IOException {
    this.json = JsonTreeWriter.generator(out);
  }

  @Override
  public void write(DataRecord record) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", record.type());
    JsonTreeWriter.writeFields(json, record.fields(), KeyOrder.AS_GIVEN);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
