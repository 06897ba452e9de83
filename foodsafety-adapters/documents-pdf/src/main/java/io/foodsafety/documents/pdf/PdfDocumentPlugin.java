package io.foodsafety.documents.pdf;

import io.foodsafety.documents.pdf.internal.HtmlDocumentRenderer;
import io.foodsafety.documents.pdf.internal.PdfDocumentRenderer;
import io.foodsafety.spi.FoodSafetyPlugin;
import io.foodsafety.spi.PluginDescriptor;
import io.foodsafety.spi.SpiVersion;
import io.foodsafety.spi.document.DocumentRenderer;
import java.util.List;

/** Offers the document renderers {@code pdf} and {@code html}. */
public final class PdfDocumentPlugin implements FoodSafetyPlugin {

  /** The plug-in. */
  public PdfDocumentPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("foodsafety-documents-pdf", "0.1.0", SpiVersion.of(0, 1));
  }

  @Override
  public List<DocumentRenderer> documentRenderers() {
    return List.of(new HtmlDocumentRenderer(), new PdfDocumentRenderer());
  }
}
