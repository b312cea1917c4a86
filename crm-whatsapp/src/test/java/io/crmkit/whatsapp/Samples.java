package io.crmkit.whatsapp;

import static io.crmkit.whatsapp.Bodies.ANA;
import static io.crmkit.whatsapp.Bodies.ANA_ID;
import static io.crmkit.whatsapp.Bodies.NOON;
import static io.crmkit.whatsapp.Bodies.NUMBER;
import static io.crmkit.whatsapp.Bodies.contact;
import static io.crmkit.whatsapp.Bodies.echo;
import static io.crmkit.whatsapp.Bodies.echoes;
import static io.crmkit.whatsapp.Bodies.list;
import static io.crmkit.whatsapp.Bodies.message;
import static io.crmkit.whatsapp.Bodies.messages;
import static io.crmkit.whatsapp.Bodies.of;
import static io.crmkit.whatsapp.Bodies.status;
import static io.crmkit.whatsapp.Bodies.text;

import java.util.List;
import java.util.stream.Stream;

/** One good body of every kind there is. */
final class Samples {
    private static final List<String> SAID = List.of(
            text("Hola")
                    + ",'context':{'id':'wamid.0','forwarded':true},'referral':{'source_id':'1','source_type':'ad'}",
            "'type':'image','image':{'id':'5','mime_type':'image/jpeg','sha256':'q','caption':'Foto','url':'https://x'}",
            "'type':'audio','audio':{'id':'5','mime_type':'audio/ogg','voice':true}",
            "'type':'document','document':{'id':'5','mime_type':'application/pdf','filename':'a.pdf'}",
            "'type':'sticker','sticker':{'id':'5','mime_type':'image/webp','animated':false}",
            "'type':'location','location':{'latitude':-34.6,'longitude':-58.4,'name':'Acá','address':'Calle 1'}",
            "'type':'contacts','contacts':[{'name':{'formatted_name':'Beto'},'org':{'company':'Taller'},"
                    + "'phones':[{'phone':'+54','wa_id':'54911'}],'emails':[{'email':'b@x.test'}],'origin':'other'}]",
            "'type':'button','button':{'payload':'p','text':'Sí'}",
            "'type':'interactive','interactive':{'type':'list_reply','list_reply':{'id':'1','title':'Jueves'}}",
            "'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{'name':'flow','response_json':'{}'}}",
            "'type':'order','order':{'text':'Esto','product_items':[{'quantity':2,'item_price':30.5}]}",
            "'type':'reaction','reaction':{'message_id':'wamid.0','emoji':'👍'}",
            "'type':'edit','edit':{'original_message_id':'wamid.0','message':" + "{" + text("Otra cosa") + "}}",
            "'type':'revoke','revoke':{'original_message_id':'wamid.0'}",
            "'type':'unsupported','unsupported':{'type':'pin'},'errors':[{'code':131051,'title':'x',"
                    + "'error_data':{'details':'y'}}]",
            "'type':'system','system':{'type':'user_changed_number','wa_id':'5493515550000','user_id':'AR.2',"
                    + "'previous_user_id':'AR.1','body':'User Ana changed from " + ANA + " to 5493515550000'}");

    private Samples() {}

    static List<String> all() {
        Stream<String> messages = SAID.stream().map(said -> messages(message("wamid.1", said)));
        Stream<String> echoes = SAID.stream().map(said -> echoes(echo("wamid.1", said)));
        return Stream.of(messages, echoes, others()).flatMap(bodies -> bodies).toList();
    }

    private static Stream<String> others() {
        String ids = "'recipient_id':'" + ANA + "','recipient_user_id':'" + ANA_ID + "'";
        return Stream.of(
                of(
                        "messages",
                        "'contacts':[{'profile':{'name':'Ana','username':'@ana'},'wa_id':'" + ANA + "','user_id':'"
                                + ANA_ID + "','parent_user_id':'AR.ENT.1'}],"
                                + list(
                                        "statuses",
                                        status("wamid.1", "delivered", NOON, ids),
                                        status("wamid.1", "failed", NOON, ids + ",'errors':[{'code':131026}]"))),
                of("messages", list("messages", message("wamid.1", "'type':'interactive'")) + ",'errors':[{'code':1}]"),
                of("messages", "'errors':[{'code':130429}]"),
                of(
                        "history",
                        "'history':[{'metadata':{'phase':0},'threads':[{'id':'" + ANA + "','context':{'user_id':'"
                                + ANA_ID + "'},'messages':["
                                + message(
                                        NUMBER, "wamid.1", NOON, text("Hola") + ",'history_context':{'status':'READ'}")
                                + "," + message("wamid.2", "'type':'media_placeholder'") + "]}]}]"),
                of(
                        "smb_app_state_sync",
                        list(
                                "state_sync",
                                "{'type':'contact','action':'add','contact':{'full_name':'Ana','phone_number':'" + ANA
                                        + "'},'metadata':{'timestamp':'" + NOON + "'}}")),
                of(
                        "user_preferences",
                        contact(ANA, "Ana") + ","
                                + list(
                                        "user_preferences",
                                        "{'wa_id':'" + ANA + "','category':'marketing_messages','value':'stop',"
                                                + "'timestamp':" + NOON + "}")),
                of(
                        "automatic_events",
                        contact(ANA, "Ana") + ","
                                + list(
                                        "automatic_events",
                                        "{'id':'wamid.1','event_name':'Purchase','timestamp':" + NOON + "}")),
                of(
                        "user_id_update",
                        list(
                                "user_id_update",
                                "{'wa_id':'" + ANA + "','user_id':{'previous':'AR.1','current':'AR.2'},'timestamp':'"
                                        + NOON + "'}")),
                of(
                        "messaging_handovers",
                        "'sender':{'phone_number':'" + ANA + "'},'type':'control_passed','timestamp':'" + NOON
                                + "','control_passed':{'new_owner_role':'bot'}"),
                of(
                        "standby",
                        "'standby':{" + contact(ANA, "Ana") + "," + list("messages", message("wamid.1", text("Hola")))
                                + ","
                                + list(
                                        "message_echoes",
                                        "{'id':'wamid.2','timestamp':'" + NOON + "','message':{'to':'" + ANA
                                                + "','type':'text','text':{'body':'Hola'}}}")
                                + "}"),
                of("calls", "'calls':[{'id':'wacid.1','event':'connect'}]"));
    }
}
