// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import java.time.Duration;
import java.util.Optional;

/**
 * Processor time that was spent, here and by the database. Unlike time on the clock it hardly depends on what else the
 * machine does.
 */
record Cpu(Duration service, Duration database) {

    /** @param postmaster the database's first process; its children count with it */
    static Cpu now(ProcessHandle postmaster) {
        return of(ProcessHandle.current(), postmaster);
    }

    /** The same, of a service in a process of its own. */
    static Cpu of(ProcessHandle service, ProcessHandle postmaster) {
        var database = postmaster.descendants().map(Cpu::of).reduce(of(postmaster), Duration::plus);
        return new Cpu(of(service), database);
    }

    Cpu since(Cpu before) {
        return new Cpu(service.minus(before.service), database.minus(before.database));
    }

    Cpu plus(Cpu other) {
        return new Cpu(service.plus(other.service), database.plus(other.database));
    }

    private static Duration of(ProcessHandle process) {
        return Optional.of(process.info())
                .flatMap(ProcessHandle.Info::totalCpuDuration)
                .orElse(Duration.ZERO);
    }
}
