package ca.releve;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import ca.releve.client.Facility;
import ca.releve.client.ManagerScope;
import ca.releve.testing.Covers;
import ca.releve.web.access.Audience;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;

/** Rules of the code that the compiler does not check. */
class ArchitectureTests {

    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ca.releve");

    /** Entities of a client: code for managers finds them only through a {@code ManagerScope}. */
    private static final Set<String> OF_A_CLIENT = Set.of(
            "ReplacementRequest", "Shift", "Assignment", "TimeEntry", "Adjustment", "Facility", "RequestTemplate");

    @Test
    void modulesUseOnlyTheModulesBelowThem() {
        ApplicationModules.of(ReleveApplication.class).verify();
    }

    /** Each package and sub-package is a slice: code that two of them share is in a third one. */
    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("ca.releve.(**)").should().beFreeOfCycles().check(PORTAL);
    }

    @Test
    void controllersFormsAndServicesArePackagePrivate() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .or()
                .haveSimpleNameEndingWith("Form")
                .or()
                .haveSimpleNameEndingWith("Service")
                .should()
                .notBePublic()
                .check(PORTAL.that(DescribedPredicate.describe(
                        "outside web.form", type -> !type.getPackageName().equals("ca.releve.web.form"))));
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethodWhere(
                        DescribedPredicate.describe("now() without the clock", ArchitectureTests::readsTheTime))
                .orShould()
                .callConstructor(Date.class)
                .because("TIM-01: time comes from the injected Clock")
                .check(PORTAL.that(
                        DescribedPredicate.describe("outside the profile local", type -> !type.getPackageName()
                                .equals("ca.releve.local"))));
    }

    @Test
    void theSystemClockIsReadInOnePlace() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ReleveApplication")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "Clock.system…",
                        call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                                && call.getName().startsWith("system")))
                .check(PORTAL);
    }

    @Test
    void entitiesHaveVerbsAndNoSetters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .or()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(MappedSuperclass.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(PORTAL);
    }

    @Test
    @Covers("ACC-08")
    void noEntityIsBoundToARequest() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Controller.class)
                .and()
                .areNotPrivate()
                .should(new ArchCondition<>("take no entity (ACC-08)") {
                    @Override
                    public void check(JavaMethod handler, ConditionEvents events) {
                        handler.getRawParameterTypes().stream()
                                .filter(type -> type.isAnnotatedWith(Entity.class))
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        handler, handler.getFullName() + " takes " + type.getSimpleName())));
                    }
                })
                .check(PORTAL);
    }

    @Test
    @Covers("ACC-08")
    void noEntityIsPutIntoAForm() {
        fields().that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Form")
                .should(new ArchCondition<>("hold no entity (ACC-08)") {
                    @Override
                    public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                        if (field.getRawType().isAnnotatedWith(Entity.class)) {
                            events.add(SimpleConditionEvent.violated(field, field.getFullName()));
                        }
                    }
                })
                .check(PORTAL);
    }

    @Test
    @Covers("ACC-05")
    void entitiesOfAClientAreFoundOnlyThroughAManagersScope() {
        finders().check(PORTAL);
        assertThat(finders()
                        .evaluate(new ClassFileImporter().importClasses(WithoutScope.class))
                        .hasViolation())
                .as("the rule notices a finder without a scope")
                .isTrue();
    }

    /** Classes that read with SQL: a method without a scope is only for controllers of the staff. */
    @Test
    @Covers("ACC-05")
    void statementsWithoutAManagersScopeServeTheStaffOnly() {
        noClasses()
                .that()
                .areAnnotatedWith(Controller.class)
                .and()
                .haveSimpleNameNotStartingWith("Admin")
                .and()
                .haveSimpleNameNotStartingWith("Dispatch")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "a read of a client's data without a scope",
                        call -> call.getTargetOwner()
                                        .getPackageName()
                                        .matches("ca\\.releve\\.(replacement|timesheet)(\\..+)?")
                                && call.getTargetOwner().getAllFields().stream()
                                        .anyMatch(field -> field.getRawType().isEquivalentTo(JdbcClient.class))
                                && call.getTargetOwner().getAllMethods().stream()
                                        .filter(method -> method.getName().equals(call.getName()))
                                        .noneMatch(
                                                method -> method.getModifiers().contains(JavaModifier.STATIC))
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(ManagerScope.class))))
                .check(PORTAL);
    }

    private static ArchRule finders() {
        return classes()
                .that()
                .areAssignableTo(Repository.class)
                .and(DescribedPredicate.describe("of something of a client", ArchitectureTests::isOfAClient))
                .and()
                .haveSimpleNameNotEndingWith("ForStaff")
                .should(new ArchCondition<>("ask for the scope in every finder (ACC-05)") {
                    @Override
                    public void check(JavaClass repository, ConditionEvents events) {
                        repository.getMethods().stream()
                                .filter(method -> !Set.of("save", "delete").contains(method.getName()))
                                .filter(method -> method.getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(ManagerScope.class)))
                                .forEach(method -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " does not say whose it is")));
                    }
                });
    }

    /** Calls that are forbidden. */
    private interface WithoutScope extends Repository<Facility, UUID> {

        Optional<Facility> findById(UUID id);
    }

    @Test
    void handlersHaveAtMostSevenParameters() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Controller.class)
                .and()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should(new ArchCondition<>("have at most seven parameters") {
                    @Override
                    public void check(JavaMethod handler, ConditionEvents events) {
                        if (handler.getRawParameterTypes().size() > 7) {
                            events.add(SimpleConditionEvent.violated(handler, handler.getFullName()));
                        }
                    }
                })
                .check(PORTAL);
    }

    /** {@code …Row} is a row of a list, {@code …Page} is the whole model of a page. */
    @Test
    void readModelsHaveOneOfTwoSuffixes() {
        noClasses()
                .should()
                .haveNameMatching(".*(Sheet|Dossier|Summary|Candidate|Info|Dto|(?<!One)Line)")
                .check(PORTAL);
        classes()
                .that()
                .areRecords()
                .and()
                .haveNameMatching(".*(Row|Page)")
                .should(new ArchCondition<>("have at most ten components") {
                    @Override
                    public void check(JavaClass row, ConditionEvents events) {
                        if (row.reflect().getRecordComponents().length > 10) {
                            events.add(SimpleConditionEvent.violated(row, row.getFullName()));
                        }
                    }
                })
                .check(PORTAL);
    }

    @Test
    void controllersDoNotOpenTransactions() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .notBeAnnotatedWith(Transactional.class)
                .check(PORTAL);
    }

    @Test
    @Covers("ACC-02")
    void everyHandlerSaysWhoMayCallIt() {
        methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .should(new ArchCondition<>("have one audience, on the method or on its class (ACC-02)") {
                    @Override
                    public void check(JavaMethod handler, ConditionEvents events) {
                        long own = audiences(handler.getAnnotations());
                        long ofClass = audiences(handler.getOwner().getAnnotations());
                        events.add(new SimpleConditionEvent(
                                handler,
                                own == 1 || own == 0 && ofClass == 1,
                                handler.getFullName() + " has " + own + ", its class " + ofClass));
                    }
                })
                .check(PORTAL);
    }

    private static long audiences(Set<? extends JavaAnnotation<?>> annotations) {
        return annotations.stream()
                .filter(it -> it.getRawType().isAnnotatedWith(Audience.class))
                .count();
    }

    private static boolean isOfAClient(JavaClass repository) {
        return repository.getInterfaces().stream()
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .anyMatch(type -> OF_A_CLIENT.contains(type.getSimpleName()));
    }

    private static boolean readsTheTime(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean nowWithoutClock = call.getName().equals("now")
                && owner.startsWith("java.time.")
                && call.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget target
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
        return nowWithoutClock
                || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
    }
}
