package io.crmkit.duplicate;

import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

/** Short forms of given names in Spanish, Portuguese and English, and the names they usually stand for. */
final class Nicknames {
    /** A name, then its short forms. Each short form stands for one name, the most usual. */
    private static final String KNOWN = """
            agustina agus agusti
            alberto beto
            alejandra ale
            alexander alex
            ana anita
            andrew andy drew
            anthony tony
            antonio tono toni toninho
            aparecida cida
            beatriz bea bia betty
            benjamin benja ben benji
            camila cami mila
            carlos carlitos charly carlinhos
            carolina caro carol
            catalina cata
            cecilia ceci
            charles charlie chuck
            christopher chris topher
            conceicao sao
            concepcion concha conchita
            constanza cony
            cristina cris
            daniel dani danny
            daniela danita
            david dave davi
            delfina delfi
            dolores lola lolita
            edward ed eddie ted
            eduardo edu duda
            elizabeth liz beth lizzie eliza
            emilia emi
            enrique quique kike
            ernesto neto
            eugenia euge
            ezequiel eze
            facundo facu
            federico fede
            felipe pipe lipe
            fernando fer nando
            florencia flor flopy
            francisco paco pancho fran chico kiko
            gabriel gabi gabo
            gabriela gaby
            gonzalo gonza
            graciela grace
            guadalupe lupe lupita
            guilherme gui
            guillermo guille memo
            gustavo gus guga tavo
            hernan herni
            ignacio nacho igna
            isabel isa chabela
            james jim jimmy jamie
            javier javi
            jennifer jen jenny
            jessica jess jessi
            jesus chucho
            joaquim quim
            joaquin joaco
            john johnny jack
            jonathan jon johnnie
            jorge jorgito coco
            jose pepe pepito ze zezinho
            josefina josefa pepa
            joseph joe joey
            juan juancho juani juancito
            juliana ju
            julieta juli
            katherine kate kathy katie kat
            leandro lea
            leonardo leo
            leticia leti
            lourdes lulu
            lucas luqui
            lucia lu luci
            luciana luchi
            luis lucho luisito
            luiz luizinho lula
            luz lucecita
            macarena maca
            manuel manolo manu manuelito
            marcelo chelo marce
            margaret maggie peggy meg
            maria mari maru marita mariquita
            mariana marian
            martin tincho marto
            matheus teteu
            matias mati
            maximiliano maxi
            mercedes meche mechi
            michael mike mikey mick
            micaela mica
            miguel migue miguelito
            milagros mili
            natalia nati naty
            nicholas nick nicky
            nicolas nico
            pablo pablito
            patricia pato patri paty trish
            patrick paddy
            paula pau paulita
            paulo paulinho
            pedro pedrito perico
            pilar pili
            rafael rafa
            raimundo mundo
            rebecca becky
            ricardo richi cacho
            richard rick dick richie
            robert bob bobby rob robbie
            roberto tito robertito
            rocio ro chio
            rodrigo rodri
            romina romi
            rosario charo
            samantha sammy
            samuel sam
            santiago santi yago
            sebastian seba
            sofia sofi
            soledad sole
            stephen steve stevie
            susana susi
            thomas tom tommy
            tomas tomi
            valentina valen
            valeria vale
            veronica vero
            victoria vicky viki
            virginia virgi
            william bill billy will willy
            """;

    private static final Map<String, String> PROPER = read();

    private Nicknames() {}

    /** The name a short form stands for; any other word is itself. */
    static String proper(String word) {
        return PROPER.getOrDefault(word, word);
    }

    private static Map<String, String> read() {
        Map<String, String> proper = new HashMap<>();
        KNOWN.lines().forEach(line -> {
            StringTokenizer words = new StringTokenizer(line);
            String name = words.nextToken();
            while (words.hasMoreTokens()) {
                if (proper.put(words.nextToken(), name) != null) {
                    throw new IllegalStateException("A short form stands for one name");
                }
            }
        });
        return Map.copyOf(proper);
    }
}
