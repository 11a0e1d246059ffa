// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import orgmemory.standalone.architecture.Sources;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * One memory and one browser for all tests of a house, which take turns; new windows for each; pictures under {@code target}
 * of what failed.
 */
final class Visiting implements ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {

    private static final Namespace OURS = Namespace.create(Visiting.class);
    private static final Path PICTURES = Sources.root().resolve("standalone/target/failed-screens");

    /** A browser is used by one thread at a time. */
    static final class Turns implements ResourceLocksProvider {

        @Override
        public Set<Lock> provideForClass(Class<?> testClass) {
            return Set.of(new Lock(name(testClass)));
        }
    }

    private static String name(Class<?> test) {
        return "house of " + test.getAnnotation(BrowserTest.class).house();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Visits.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var house = test.getRoot()
                .getStore(OURS)
                .computeIfAbsent(name(test.getRequiredTestClass()), _ -> House.open(), House.class);
        var visits = new Visits(house);
        test.getStore(OURS).put("visits", visits);
        return visits;
    }

    @Override
    public void afterTestExecution(ExtensionContext test) throws IOException {
        var visits = visits(test);
        if (test.getExecutionException().isPresent()) {
            Files.createDirectories(PICTURES);
            visits.keepPictures(PICTURES, test.getRequiredTestMethod().getName());
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        try (var visits = visits(test)) {
            if (test.getExecutionException().isEmpty()) {
                visits.nobodyComplains();
            }
        }
    }

    private static Visits visits(ExtensionContext test) {
        return Objects.requireNonNull(test.getStore(OURS).get("visits", Visits.class));
    }
}
