// SPDX-License-Identifier: Apache-2.0
package orgmemory.benchmark;

import jakarta.validation.Valid;
import java.util.Map;
import orgmemory.message.budget.BudgetYearMessages.RecordRevenueForecast;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One command and one view over HTTP, as the books show it. */
@RestController
class PlainController {

    private final CommandGateway commands;
    private final PlainView view;

    PlainController(AxonJdbc axon, PlainView view) {
        this.commands = DefaultCommandGateway.builder().commandBus(axon.commandBus()).build();
        this.view = view;
    }

    @PostMapping("/forecasts")
    Map<String, String> record(@Valid @RequestBody RecordRevenueForecast command) {
        commands.sendAndWait(command);
        return Map.of("id", command.yearId().value());
    }

    @GetMapping("/forecasts/{year}")
    ResponseEntity<PlainView.Forecast> read(@PathVariable String year) {
        return ResponseEntity.of(view.of(year));
    }
}
