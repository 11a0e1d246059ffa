// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes that ship: no tests, neither from folders nor from the archives that modules share theirs in. */
final class Shipped {

    private Shipped() {
    }

    static JavaClasses classes(String packageName) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(packageName);
    }
}
