package io.foodsafety.region.cn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.model.issue.Issue;
import io.foodsafety.model.issue.Location;
import io.foodsafety.record.Decoded;
import io.foodsafety.record.Dossier;
import io.foodsafety.record.DossierSort;
import io.foodsafety.record.Dossiers;
import io.foodsafety.record.NdjsonFormat;
import io.foodsafety.record.RecordDecoder;
import io.foodsafety.region.Region;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An extract of a city's records; every record must be good. */
final class Extract {

  private Extract() {}

  /** The dossiers in {@code golden/<name>.ndjson}. */
  static List<Dossier> read(Path resources, String name, Region region) throws IOException {
    String file = name + ".ndjson";
    return parse(Files.readString(resources.resolve("golden").resolve(file)), file, region);
  }

  /** The dossiers in a text, a record on each line. */
  static List<Dossier> parse(String text, String file, Region region) throws IOException {
    RecordDecoder decoder =
        RecordDecoder.of(region.catalogue(), Instant.parse("2026-01-01T00:00:00Z"), region.zone());
    List<Issue> issues = new ArrayList<>();
    List<Dossier> dossiers = new ArrayList<>();
    try (DossierSort sort = DossierSort.inDefaultFolder();
        InputStream in = new ByteArrayInputStream(text.getBytes(UTF_8))) {
      new NdjsonFormat()
          .read(
              in,
              file,
              new RecordSink() {
                @Override
                public void accept(DataRecord record) throws IOException {
                  Decoded decoded = decoder.decode(record);
                  if (decoded instanceof Decoded.Rejected rejected) {
                    issues.addAll(rejected.issues());
                  } else {
                    sort.add(decoded, Location.line(file, 1));
                  }
                }

                @Override
                public void reject(Issue issue) {
                  issues.add(issue);
                }
              });
      try (Dossiers sorted = sort.dossiers(issues::add)) {
        sorted.forEachRemaining(dossiers::add);
      }
    }
    assertThat(issues).isEmpty();
    return dossiers;
  }
}
