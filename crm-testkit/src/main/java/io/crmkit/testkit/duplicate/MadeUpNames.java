package io.crmkit.testkit.duplicate;

import io.crmkit.testkit.duplicate.Someone.Land;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringTokenizer;

/** Names as frequent as they are: a few are everywhere, many are rare. Whoever is called so is made up. */
final class MadeUpNames {
    private static final Map<Land, List<String>> GIVEN =
            Map.of(Land.ARGENTINA, words("""
                    María Juan José Carlos Ana Luis Lucía Sofía Martín Diego Laura Pablo Daniela Nicolás Florencia
                    Jorge Micaela Santiago Carolina Gustavo Valentina Matías Agustina Fernando Camila Federico Silvia
                    Ignacio Romina Gabriel Natalia Sebastián Verónica Hernán Cecilia Facundo Graciela Leandro Noelia
                    Ezequiel Mariana Gonzalo Julieta Rodrigo Mercedes Tomás Guadalupe Emiliano Beatriz Horacio Malena
                    Ramiro Delfina Nahuel Ofelia Leopoldo Irma Casandra Bruno Elvira"""), Land.BRAZIL, words("""
                    Maria João José Ana Antônio Francisco Paulo Juliana Pedro Lucas Adriana Marcos Fernanda Rafael
                    Patrícia Thiago Camila Bruno Letícia Felipe Aline Rodrigo Sandra Gustavo Beatriz Eduardo Larissa
                    Vinícius Márcia Leonardo Bruna Henrique Simone Caio Priscila Murilo Rosângela Wagner Eliane Otávio
                    Tainara Edson Heloísa Jair Lívia"""), Land.STATES, words("""
                    James Mary Robert Patricia Michael Jennifer William Linda David Elizabeth Richard Susan Thomas
                    Jessica Daniel Sarah Matthew Karen Anthony Nancy Mark Betty Steven Sandra Andrew Ashley Joshua
                    Emily Kevin Donna Brian Michelle Edward Carol Ronald Amanda Jason Melissa Ryan Deborah"""));

    private static final Map<Land, List<String>> SURNAMES =
            Map.of(Land.ARGENTINA, words("""
                    González Rodríguez Gómez Fernández López Díaz Martínez Pérez García Sánchez Romero Sosa Torres
                    Álvarez Ruiz Ramírez Flores Benítez Acosta Medina Herrera Suárez Aguirre Giménez Gutiérrez Pereyra
                    Rojas Molina Castro Ortiz Silva Núñez Luna Juárez Cabrera Ríos Morales Godoy Moreno Ferreyra
                    Domínguez Carrizo Peralta Castillo Ledesma Quiroga Vega Vera Muñoz Ojeda"""), Land.BRAZIL, words("""
                    Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins
                    Carvalho Almeida Lopes Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade Moreira Nunes
                    Marques Machado Mendes Freitas Cardoso Ramos Gonçalves Santana Teixeira"""), Land.STATES, words("""
                    Smith Johnson Williams Brown Jones Garcia Miller Davis Wilson Anderson Taylor Moore Jackson
                    Martin Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Green
                    Baker Adams Nelson Hill Campbell Mitchell Roberts Carter"""));

    private static final List<String> BEGINNINGS =
            words("Bal Cor Dar Fel Gar Lom Mar Nev Ol Pas Quin Ros Sal Tar Ur Val Zab Ich Eder Bor Wal Kos Jun");
    private static final List<String> MIDDLES = words("a e i o u ani eru ola ica ender obi ula asti ore ali");
    private static final List<String> ENDINGS =
            words("di ghi ni lo ri rez gui ez ara via ski man son ano eiro oli etti ondo uz ena");

    private MadeUpNames() {}

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        new StringTokenizer(text).asIterator().forEachRemaining(word -> words.add((String) word));
        return List.copyOf(words);
    }

    static List<String> given(Land land, Random random) {
        List<String> names = GIVEN.getOrDefault(land, List.of());
        List<String> given = new ArrayList<>(List.of(frequent(names, random)));
        if (land == Land.ARGENTINA && random.nextInt(4) == 0) {
            given.add(frequent(names, random));
        }
        return given.stream().distinct().toList();
    }

    static List<String> surnames(Land land, Random random) {
        int count = land == Land.BRAZIL ? 2 : land == Land.ARGENTINA && random.nextInt(3) == 0 ? 2 : 1;
        List<String> surnames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            surnames.add(surname(land, random));
        }
        return surnames.stream().distinct().toList();
    }

    /** Every other surname is one of the rare ones, of which there are thousands. */
    private static String surname(Land land, Random random) {
        if (random.nextInt(100) < 55) {
            return frequent(SURNAMES.getOrDefault(land, List.of()), random);
        }
        return any(BEGINNINGS, random) + any(MIDDLES, random) + any(ENDINGS, random);
    }

    private static String any(List<String> parts, Random random) {
        return parts.get(random.nextInt(parts.size()));
    }

    /** The first of fifty about one time in twenty, the last hardly ever. */
    private static String frequent(List<String> names, Random random) {
        return names.get((int) (names.size() * Math.pow(random.nextDouble(), 1.4)));
    }
}
