package io.foodsafety.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Sets;
import io.foodsafety.spi.storage.CollectionSchema;
import org.junit.jupiter.api.Test;

class StoredIndexesTest {

  @Test
  void everyCollectionHasItsIndexOrIsDerived() {
    assertThat(Sets.union(new StoredIndexes().collections(), StoredIndexes.DERIVED))
        .as("A new collection needs its index values here, or it cannot be moved.")
        .containsExactlyInAnyOrderElementsOf(
            CitySchema.STORAGE.collections().stream().map(CollectionSchema::name).toList());
    assertThat(new StoredIndexes().collections())
        .doesNotContainAnyElementsOf(StoredIndexes.DERIVED);
  }

  @Test
  void anotherCollectionIsRefused() {
    assertThatThrownBy(() -> new StoredIndexes().writes(null, CitySchema.SUBJECT_KEYS, null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
