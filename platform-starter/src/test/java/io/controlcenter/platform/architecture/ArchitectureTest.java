package io.controlcenter.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Nothing of the business enters the one shared module. */
@AnalyzeClasses(packages = "io.controlcenter.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_BUSINESS_WORD = noClasses()
            .should()
            .haveNameMatching(".*(Order|Ticket|Invoice|Circuit|Quote|Milestone|Money|Gcr|Payment|Address).*");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_DOES =
            noClasses().should().haveNameMatching(".*((?<!Mapper)Impl|(?<!Transaction)Manager|Helper|Utils?|Dto|DTO)");
}
