package io.controlcenter.billing.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.util.List;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What tests of documents need: the templates without a context of Spring, and the rules of EN 16931. */
final class Documents {

    private Documents() {}

    static ITemplateEngine templates() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode("HTML");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /** @param rules those of invoices or of credit notes */
    static List<String> violations(byte[] ubl, DVRCoordinate rules) {
        var registry = new ValidationExecutorSetRegistry<IValidationSourceXML>();
        EN16931Validation.initEN16931(registry);
        var results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                registry.getOfID(rules),
                ValidationSourceXML.create(new ReadableResourceByteArray(ubl)));
        assertThat(results.size()).as("schema and rules were asked").isGreaterThanOrEqualTo(2);
        return results.getAllErrors().stream().map(Object::toString).toList();
    }
}
