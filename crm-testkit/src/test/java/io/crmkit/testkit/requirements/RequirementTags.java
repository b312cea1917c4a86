package io.crmkit.testkit.requirements;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The {@code @Requirement} tags of source files, read by the compiler's own parser. */
final class RequirementTags extends TreeScanner<@Nullable Void, List<Proof>> {
    private final Deque<String> enclosing = new ArrayDeque<>();

    private RequirementTags() {}

    static List<Proof> in(Iterable<? extends JavaFileObject> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
        List<Proof> proofs = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            new RequirementTags().scan(unit, proofs);
        }
        return proofs;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, List<Proof> proofs) {
        enclosing.addLast(type.getSimpleName().toString());
        collect(type.getModifiers().getAnnotations(), String.join(".", enclosing), proofs);
        super.visitClass(type, proofs);
        enclosing.removeLast();
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, List<Proof> proofs) {
        String name = String.join(".", enclosing) + "." + method.getName();
        collect(method.getModifiers().getAnnotations(), name, proofs);
        return super.visitMethod(method, proofs);
    }

    private static void collect(List<? extends AnnotationTree> annotations, String test, List<Proof> proofs) {
        for (AnnotationTree annotation : annotations) {
            if (isRequirement(annotation.getAnnotationType().toString())) {
                new Ids(test).scan(annotation.getArguments(), proofs);
            }
        }
    }

    private static boolean isRequirement(String name) {
        return name.equals("Requirement") || name.endsWith(".Requirement");
    }

    private static final class Ids extends TreeScanner<@Nullable Void, List<Proof>> {
        private final String test;

        Ids(String test) {
            this.test = test;
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, List<Proof> proofs) {
            proofs.add(new Proof(String.valueOf(literal.getValue()), test));
            return null;
        }
    }
}
