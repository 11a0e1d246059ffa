// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orgmemory.standalone.RunningMemory;

/** Those who look at the demo's memory during one test. */
final class Visits implements AutoCloseable {

    private final House house;
    private final List<Visit> open = new ArrayList<>();

    Visits(House house) {
        this.house = house;
    }

    RunningMemory memory() {
        return house.memory();
    }

    /** Somebody of the cast, signed in; {@code -} for somebody who is not. */
    Visit of(String code, Look look) {
        return code.equals("-") ? stranger(look) : begin(look, house.window(look, code));
    }

    /** The same, at another memory that tells the demo's story. */
    Visit of(String code, Look look, RunningMemory memory) {
        return begin(look, house.signedIn(look, memory, code));
    }

    /** Somebody who is not signed in. */
    Visit stranger(Look look) {
        return begin(look, house.window(look));
    }

    /** Somebody who is not signed in, at another memory than the demo's. */
    Visit stranger(Look look, RunningMemory memory) {
        return begin(look, house.window(look, memory));
    }

    private Visit begin(Look look, BrowserContext window) {
        var visit = new Visit(look, window);
        open.add(visit);
        return visit;
    }

    void nobodyComplains() {
        assertThat(open).allSatisfy(visit -> assertThat(visit.complaints()).as(visit.page().url()).isEmpty());
    }

    /** Keeps what everybody saw at the end. */
    void keepPictures(Path folder, String name) {
        for (int i = 0; i < open.size(); i++) {
            open.get(i).picture(folder.resolve(name + "-" + i + "-" + open.get(i).look() + ".png"));
        }
    }

    @Override
    public void close() {
        open.forEach(Visit::close);
    }
}
