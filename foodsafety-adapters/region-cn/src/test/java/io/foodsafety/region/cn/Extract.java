package io.foodsafety.region.cn;

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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An extract of a city's records, from {@code golden/<name>.ndjson}; every record must be good. */
final class Extract {

  private Extract() {}

  static List<Dossier> read(Path resources, String name, Region region) throws IOException {
    String file = name + ".ndjson";
    RecordDecoder decoder =
        RecordDecoder.of(region.catalogue(), Instant.parse("2026-01-01T00:00:00Z"), region.zone());
    List<Issue> issues = new ArrayList<>();
    List<Dossier> dossiers = new ArrayList<>();
    try (DossierSort sort = DossierSort.inDefaultFolder();
        InputStream in = Files.newInputStream(resources.resolve("golden").resolve(file))) {
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
