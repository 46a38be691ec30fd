package io.controlcenter.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.controlcenter.platform.test.ArchitectureRules;

@AnalyzeClasses(packages = "io.controlcenter.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests WALLS = ArchTests.in(ArchitectureRules.class);
}
