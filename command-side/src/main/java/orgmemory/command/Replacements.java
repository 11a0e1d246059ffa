// SPDX-License-Identifier: Apache-2.0
package orgmemory.command;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import orgmemory.message.Command;
import orgmemory.message.Event;
import orgmemory.message.Json;
import orgmemory.message.Rejected;
import orgmemory.message.budget.BudgetCutMessages;
import orgmemory.message.budget.BudgetLineMessages;
import orgmemory.message.budget.BudgetYearMessages;
import orgmemory.message.budget.CutRoundMessages;
import orgmemory.message.budget.SolidarityTransferMessages;
import orgmemory.message.people.AccountMessages;
import orgmemory.message.people.AreaMessages;
import orgmemory.message.people.BodyMessages;
import orgmemory.message.people.GrantMessages;
import orgmemory.message.people.InstituteMessages;
import orgmemory.message.people.ManagerMessages;
import orgmemory.message.people.PersonMessages;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a fact should have said: the fact as it stands, with the fields that were wrong. It is held to the form that the
 * command of the fact is held to.
 */
final class Replacements {

    /** Which command an event comes of, and so whose form its fields have. */
    static final Map<Class<? extends Event>, Class<? extends Command>> COMES_OF = Map.ofEntries(
            Map.entry(InstituteMessages.InstituteRegistered.class, InstituteMessages.RegisterInstitute.class),
            Map.entry(PersonMessages.PersonRegistered.class, PersonMessages.RegisterPerson.class),
            Map.entry(BodyMessages.BodyRegistered.class, BodyMessages.RegisterBody.class),
            Map.entry(ManagerMessages.ManagerAppointed.class, ManagerMessages.AppointManager.class),
            Map.entry(AreaMessages.ResponsibilityAreaOpened.class, AreaMessages.OpenArea.class),
            Map.entry(AreaMessages.AccountabilityAssigned.class, AreaMessages.AssignAccountableManager.class),
            Map.entry(AreaMessages.AccountabilityHandedOver.class, AreaMessages.HandOverAccountability.class),
            Map.entry(ManagerMessages.ManagerAppointmentEnded.class, ManagerMessages.EndAppointment.class),
            Map.entry(GrantMessages.RoleGranted.class, GrantMessages.GrantRole.class),
            Map.entry(AccountMessages.PersonInvited.class, AccountMessages.InvitePerson.class),
            Map.entry(AccountMessages.PasswordResetOffered.class, AccountMessages.OfferPasswordReset.class),
            Map.entry(AccountMessages.AccountOpened.class, AccountMessages.OpenAccount.class),
            Map.entry(AccountMessages.PasswordChanged.class, AccountMessages.ChangePassword.class),
            Map.entry(AccountMessages.TokenMade.class, AccountMessages.MakeToken.class),
            Map.entry(AccountMessages.TokenRevoked.class, AccountMessages.RevokeToken.class),
            Map.entry(AccountMessages.AccessTakenAway.class, AccountMessages.TakeAccessAway.class),
            Map.entry(GrantMessages.RoleRevoked.class, GrantMessages.RevokeRole.class),
            Map.entry(BudgetYearMessages.BudgetYearOpened.class, BudgetYearMessages.OpenBudgetYear.class),
            Map.entry(BudgetYearMessages.RevenueForecastRecorded.class,
                    BudgetYearMessages.RecordRevenueForecast.class),
            Map.entry(BudgetYearMessages.FullViewPublished.class, BudgetYearMessages.PublishFullView.class),
            Map.entry(BudgetYearMessages.PastMovementRecorded.class,
                    BudgetYearMessages.RecordPastMovement.class),
            Map.entry(BudgetLineMessages.BudgetLineDrafted.class, BudgetLineMessages.DraftBudgetLine.class),
            Map.entry(CutRoundMessages.CutRoundOpened.class, CutRoundMessages.OpenCutRound.class),
            Map.entry(CutRoundMessages.IndicativeSharesSet.class, CutRoundMessages.SetIndicativeShares.class),
            Map.entry(BudgetCutMessages.BudgetCutProposed.class, BudgetCutMessages.ProposeBudgetCut.class),
            Map.entry(BudgetCutMessages.BudgetCutWithdrawn.class, BudgetCutMessages.WithdrawBudgetCut.class),
            Map.entry(BudgetCutMessages.BudgetCutAccepted.class, BudgetCutMessages.ProposeBudgetCut.class),
            Map.entry(SolidarityTransferMessages.SolidarityTransferOffered.class,
                    SolidarityTransferMessages.OfferSolidarityTransfer.class),
            Map.entry(SolidarityTransferMessages.SolidarityOfferWithdrawn.class,
                    SolidarityTransferMessages.WithdrawSolidarityOffer.class),
            Map.entry(SolidarityTransferMessages.SolidarityTransferAccepted.class,
                    SolidarityTransferMessages.OfferSolidarityTransfer.class),
            Map.entry(SolidarityTransferMessages.SolidarityTransferExecuted.class,
                    SolidarityTransferMessages.OfferSolidarityTransfer.class));

    private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

    /** The fact with the given fields replaced, null taking a field away; refused where its form is wrong. */
    Event of(Event fact, @Nullable ObjectNode fields) {
        var merged = json(fact);
        if (fields != null) {
            fields.properties().forEach(field -> {
                if (field.getValue().isNull()) {
                    merged.remove(field.getKey());
                } else {
                    merged.set(field.getKey(), field.getValue());
                }
            });
        }
        var event = decode(fact, merged);
        mustHaveForm(event);
        return event;
    }

    ObjectNode json(Event event) {
        return Json.mapper().valueToTree(event);
    }

    private static Event decode(Event fact, ObjectNode json) {
        try {
            return StrictJson.MAPPER.treeToValue(json, fact.getClass());
        } catch (JacksonException malformed) {
            var path = malformed.getPath();
            throw malformed(path.isEmpty()
                    ? ""
                    : Objects.requireNonNullElse(path.getFirst().getPropertyName(), ""));
        }
    }

    private void mustHaveForm(Event event) {
        var command = COMES_OF.get(event.getClass());
        for (var field : event.getClass().getRecordComponents()) {
            var value = Fields.value((Record) event, field);
            var missing = value == null && !field.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (missing || !wellFormed(value) || !asInCommand(command, field.getName(), value)) {
                throw malformed(field.getName());
            }
        }
    }

    private boolean wellFormed(@Nullable Object value) {
        return !(value instanceof List<?> parts)
                || parts.stream().allMatch(part -> part != null && validator.validate(part).isEmpty());
    }

    private boolean asInCommand(@Nullable Class<? extends Command> command, String field,
            @Nullable Object value) {
        return command == null || !hasField(command, field)
                || validator.validateValue(command, field, value).isEmpty();
    }

    private static boolean hasField(Class<? extends Command> command, String name) {
        for (var field : command.getRecordComponents()) {
            if (field.getName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static Rejected malformed(String field) {
        return new Rejected(Rejected.Kind.MALFORMED, "record.replacement-malformed", field);
    }
}
