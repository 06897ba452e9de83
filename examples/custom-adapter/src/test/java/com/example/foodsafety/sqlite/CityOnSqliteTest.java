package com.example.foodsafety.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.foodsafety.ledger.LedgerReport;
import io.foodsafety.model.actor.Actor;
import io.foodsafety.model.subject.Subject;
import io.foodsafety.runtime.FoodSafety;
import io.foodsafety.runtime.Session;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityOnSqliteTest {

  @TempDir private Path folder;

  @Test
  void whatACityRegistersIsThereWhenItIsOpenedAgain() {
    try (FoodSafety city = open()) {
      office(city).subjects().register(Subject.builder("S1", "River Mill").build());
    }
    try (FoodSafety city = open()) {
      assertThat(office(city).subjects().find("S1").map(Subject::name)).contains("River Mill");
      LedgerReport report = office(city).ledger().verify();
      assertThat(report.entries()).isEqualTo(2); // the formats and the business
      assertThat(report.isSound()).isTrue();
    }
  }

  private FoodSafety open() {
    return FoodSafety.builder()
        .storage("sqlite", Map.of("file", folder.resolve("city.db").toString()))
        .build();
  }

  private static Session office(FoodSafety city) {
    return city.as(Actor.person("inspector-7"));
  }
}
