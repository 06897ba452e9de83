/**
 * Places in the coordinate systems of Chinese maps, and outlines: start with {@link
 * io.foodsafety.model.geo.Coordinates}.
 *
 * <p>Inside the library a place is always a {@link io.foodsafety.model.subject.GeoPoint} in WGS 84.
 * Maps published in mainland China use GCJ-02 or BD-09, so positions are converted on the way in
 * and on the way out, and a position that is not WGS 84 carries its system. All types are
 * immutable.
 *
 * <pre>{@code
 * Coordinates onMap = Coordinates.of(subject.location()).to(CoordinateSystem.GCJ02);
 * GeoPoint stored = Coordinates.of(CoordinateSystem.BD09, 28.71, 115.87).toGeoPoint();
 * }</pre>
 */
@NullMarked
package io.foodsafety.model.geo;

import org.jspecify.annotations.NullMarked;
