package io.foodsafety.examples.cli;

import io.foodsafety.fact.FactCatalogue;
import io.foodsafety.model.issue.Issue;
import io.foodsafety.record.Decoded;
import io.foodsafety.record.Dossier;
import io.foodsafety.record.DossierSort;
import io.foodsafety.record.Dossiers;
import io.foodsafety.record.RecordDecoder;
import io.foodsafety.record.RecordSource;
import io.foodsafety.spi.format.DataRecord;
import io.foodsafety.spi.format.RecordSink;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** The dossiers of files: read, decoded, sorted outside the heap. */
final class InputDossiers implements DossierSource {

  private static final Duration TOLERANCE = Duration.ofDays(1);

  private final List<RecordSource> sources;
  private final FactCatalogue catalogue;
  private final ZoneId zone;
  private final Run run;
  private long records;

  InputDossiers(List<RecordSource> sources, FactCatalogue catalogue, ZoneId zone, Run run) {
    this.sources = sources;
    this.catalogue = catalogue;
    this.zone = zone;
    this.run = run;
  }

  @Override
  public void forEach(DossierConsumer consumer) throws IOException {
    try (DossierSort sort = DossierSort.inDefaultFolder()) {
      RecordSink sink = new Decoding(sort);
      Formats formats = new Formats();
      sources.forEach(source -> formats.read(source, sink));
      try (Dossiers dossiers = sort.dossiers(run.problems()::report)) {
        while (dossiers.hasNext()) {
          Dossier dossier = dossiers.next();
          consumer.accept(dossier);
        }
      }
    }
  }

  @Override
  public long records() {
    return records;
  }

  /** Decodes what a format reads and hands on what is good. */
  private final class Decoding implements RecordSink {
    private final DossierSort sort;
    private final RecordDecoder decoder;

    Decoding(DossierSort sort) {
      this.sort = sort;
      this.decoder =
          RecordDecoder.of(catalogue, run.console().clock().instant().plus(TOLERANCE), zone);
    }

    @Override
    public void accept(DataRecord record) throws IOException {
      count();
      Decoded decoded = decoder.decode(record);
      if (decoded instanceof Decoded.Rejected rejected) {
        run.problems().reportAll(rejected.issues());
      } else {
        sort.add(decoded, record.location());
      }
    }

    @Override
    public void reject(Issue issue) {
      count();
      run.problems().report(issue);
    }

    private void count() {
      records++;
      run.progress().at(run.text("records read", "已读记录"), records);
    }
  }
}
