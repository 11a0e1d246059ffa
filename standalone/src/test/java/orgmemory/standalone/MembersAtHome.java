// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/**
 * One memory for the tests that only need people of their own in it, their parameter being {@link Members}: nobody registers
 * under an id, or signs in by a name, that another test has. It stands behind a proxy, so each visitor has an address.
 */
final class MembersAtHome implements ParameterResolver {

    private static final Namespace OURS = Namespace.create(MembersAtHome.class);

    private record Home(Path data, Members members) implements AutoCloseable {

        static Home open() {
            try {
                var data = Files.createTempDirectory("members-at-home");
                return new Home(data,
                        new Members(RunningMemory.start(data, "--memory.trusted-proxies=127.0.0.1")));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            members.memory().close();
            FileSystemUtils.deleteRecursively(data);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Members.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(OURS)
                .computeIfAbsent("home", _ -> Home.open(), Home.class)
                .members();
    }
}
