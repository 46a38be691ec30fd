package io.controlcenter.platform.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import org.jspecify.annotations.NullMarked;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The walls inside every application. Taken over by {@code ArchTests.in(ArchitectureRules.class)}. */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    @ArchTest
    static final ArchRule DOMAIN_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..domain..", "java..", "org.jspecify..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_ADAPTERS_KNOW_THE_WEB = noClasses()
            .that()
            .resideInAnyPackage("..domain..", "..application..", "..persistence..", "..messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.controlcenter.*.*.web..", "org.springframework.web.bind..", "jakarta.servlet..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_DOES = noClasses()
            .should()
            .haveNameMatching(".*((?<!Mapper)Impl|(?<!Care|Change)Manager|Helper|Utils?|Dto|DTO|Processor)")
            .because("the name of a thing comes from the business, where care and change managers are people");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .should()
            .callMethodWhere(describe("asks the machine for the time", ArchitectureRules::asksTheMachine))
            .because("all code takes the time from the injected Clock");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule REPEATABLE_WRITES_ANSWER_A_RESPONSE_ENTITY = methods()
            .that()
            .areAnnotatedWith(IdempotentWrite.class)
            .should()
            .haveRawReturnType(ResponseEntity.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule CAPABILITIES_DO_NOT_GO_IN_CIRCLES = slices().matching("io.controlcenter.*.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NULL_IS_ALWAYS_SAID = classes().should(liveInANullMarkedPackage());

    private static boolean asksTheMachine(JavaMethodCall call) {
        var target = call.getTarget();
        var owner = target.getOwner().getName();
        var now = owner.startsWith("java.time.")
                && target.getName().equals("now")
                && target.getRawParameterTypes().isEmpty();
        var system = owner.equals("java.time.Clock") && target.getName().startsWith("system");
        return now
                || system
                || (owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis"));
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class) && !isGenerated(type)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getPackageName() + " has no @NullMarked package-info"));
                }
            }
        };
    }

    private static boolean isGenerated(JavaClass type) {
        return type.getName().endsWith("MapperImpl");
    }

    static DescribedPredicate<JavaClass> named(String regex) {
        return describe("named " + regex, type -> type.getSimpleName().matches(regex));
    }
}
