package io.weir;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every operator must have, and who may know whom. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.weir");

    private static final Path ROOT = Path.of("..");

    private static List<JavaClass> operators() {
        return CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith("Operator"))
                .filter(type -> type.isAssignableTo(Operator.class) || type.isAssignableTo(IdentityOperator.class))
                .filter(type -> !type.isEquivalentTo(Operator.class) && !type.isEquivalentTo(IdentityOperator.class))
                .toList();
    }

    @Test
    void theTestSeesTheClasses() {
        assertThat(CLASSES).hasSizeGreaterThan(50);
        assertThat(operators())
                .extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder(
                        "BufferOperator",
                        "ConcatMapOperator",
                        "DropOperator",
                        "FilterOperator",
                        "LatestOperator",
                        "MapOperator",
                        "MergeMapOperator",
                        "SampleOperator",
                        "SwitchMapOperator",
                        "TakeOperator");
    }

    @Test
    void operatorsAreFinal() {
        assertThat(operators()).allMatch(type -> type.getModifiers().contains(JavaModifier.FINAL));
    }

    @Test
    void operatorsDoNotKnowEachOther() {
        for (JavaClass operator : operators()) {
            noClasses()
                    .that()
                    .belongToAnyOf(operator.reflect())
                    .should()
                    .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                            "are other operators", other -> operators().contains(other) && !other.equals(operator)))
                    .check(CLASSES);
        }
    }

    @Test
    void everyOperatorHasItsTestItsTckTestAndItsPage() {
        for (JavaClass operator : operators()) {
            String name = operator.getSimpleName();
            String folder = operator.getPackageName().replace('.', '/');
            String asCalled = Character.toLowerCase(name.charAt(0)) + name.substring(1, name.length() - 8);
            assertThat(Path.of("src/test/java", folder, name + "Test.java")).exists();
            assertThat(ROOT.resolve("tck-suite/src/test/java/io/weir/tck/" + name + "TckTest.java"))
                    .exists();
            assertThat(ROOT.resolve("docs/operators/" + asCalled + ".md")).exists();
        }
    }

    /** The Javadoc of map and filter, whose types are not public, stands at their factories. */
    @Test
    void theJavadocOfEveryOperatorHasItsParagraphs() throws Exception {
        for (JavaClass operator : operators()) {
            boolean isPublic = operator.getModifiers().contains(JavaModifier.PUBLIC);
            String file = (isPublic ? operator.getName() : "io.weir.Operators").replace('.', '/') + ".java";
            String source = Files.readString(Path.of("src/main/java", file));
            String factory = " static <T> Operator<T, T> filter(";
            String javadoc = isPublic
                    ? source.substring(0, source.indexOf("public final class"))
                    : source.substring(source.indexOf("Passes on what a function"), source.indexOf(factory));
            for (String paragraph : List.of("Demand", "Overflow", "Errors", "Drops", "Threads")) {
                assertThat(javadoc)
                        .as("Javadoc of %s", operator.getSimpleName())
                        .contains("<b>" + paragraph + ":</b>");
            }
        }
    }

    @Test
    void everyOperatorIsInTheContractSuite() throws Exception {
        String suite = Files.readString(Path.of("src/test/java/io/weir/contract/Subjects.java"));
        for (JavaClass operator : operators()) {
            String name = operator.getSimpleName();
            String asCalled = Character.toLowerCase(name.charAt(0)) + name.substring(1, name.length() - 8);
            assertThat(suite).as("the list of subjects").contains(asCalled + "(");
        }
    }

    @Test
    void whatIsNotExportedIsNotInPublicSignatures() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("io.weir.internal..")
                .should()
                .notHaveRawReturnType(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("io.weir.internal.."))
                .check(CLASSES);
    }

    @Test
    void onlyTheBacklogKnowsWhichQueuesThereAre() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Backlog")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jctools..")
                .check(CLASSES);
    }

    @Test
    void thereIsOneDrainLoop() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getName().equals("loop")))
                .extracting(field -> field.getOwner().getSimpleName())
                .containsExactly("DrainLoop");
    }

    @Test
    void noClassIsLocked() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo("io.weir.internal.Link")
                .should()
                .notHaveModifier(JavaModifier.SYNCHRONIZED)
                .check(CLASSES);
    }

    @Test
    void noReflectionIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .check(CLASSES);
    }

    @Test
    void filesStaySmall() throws Exception {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(400));
        }
    }
}
