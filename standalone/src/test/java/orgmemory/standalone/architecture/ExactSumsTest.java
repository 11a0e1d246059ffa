// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Where amounts are handled, nothing adds, takes away or multiplies by what wraps: there are {@code Amounts} for it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExactSumsTest {

    private static final Set<Opcode> WRAPPING = Set.of(Opcode.LADD, Opcode.LSUB, Opcode.LMUL, Opcode.LNEG,
            Opcode.L2I);
    private static final Set<String> SUMMING = Set.of("java/util/stream/LongStream.sum", "java/lang/Long.sum",
            "java/util/stream/Collectors.summingLong", "java/lang/Math.abs", "java/lang/Math.negate");

    @Test
    void no_sum_of_amounts_wraps() throws IOException {
        var topics = Stream.of("orgmemory.command.budget", "orgmemory.query.budget")
                .flatMap(topic -> Shipped.classes(topic).stream())
                .toList();
        assertThat(topics).hasSizeGreaterThan(20);
        for (var type : topics) {
            try (var bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
                assertThat(wrapping(bytes)).as(type.getName()).isEmpty();
            }
        }
    }

    private static List<String> wrapping(InputStream bytes) throws IOException {
        ClassModel model = ClassFile.of().parse(bytes.readAllBytes());
        return model.methods()
                .stream()
                .flatMap(method -> method.code()
                        .stream()
                        .flatMap(code -> code.elementStream().flatMap(ExactSumsTest::wrapping))
                        .map(how -> method.methodName().stringValue() + ": " + how))
                .toList();
    }

    private static Stream<String> wrapping(CodeElement element) {
        return switch (element) {
            case OperatorInstruction operator when WRAPPING.contains(operator.opcode()) ->
                Stream.of(operator.opcode().name());
            case InvokeInstruction call ->
                Stream.of(call.owner().asInternalName() + "." + call.name().stringValue())
                        .filter(SUMMING::contains);
            case InvokeDynamicInstruction reference -> reference.bootstrapArgs()
                    .stream()
                    .filter(DirectMethodHandleDesc.class::isInstance)
                    .map(DirectMethodHandleDesc.class::cast)
                    .map(method -> internalName(method.owner()) + "." + method.methodName())
                    .filter(SUMMING::contains);
            default -> Stream.of();
        };
    }

    private static String internalName(ClassDesc type) {
        return type.descriptorString().replaceAll("^L|;$", "");
    }
}
