/*
 * metadata.c - what a file says of itself, as XMP (ISO 16684-1) and in the information dictionary of before, which
 * say the same (ISO 19005-3, 6.6.3).
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "markup/markup.h"
#include "pdf/finish_parts.h"
#include "pdf/words.h"

static const char creator_tool[] = "Gradient " GRADIENT_VERSION;
static const char packet_begin[] =
	"<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
static const char packet_end[] = "\n<?xpacket end=\"r\"?>";

/* A property of one value or more: Seq where their order counts, Bag where not, Alt in languages. */
static void add_in(struct markup *markup, const char *property, const char *kind, const char *value)
{
	if (value == NULL || value[0] == '\0')
		return;
	markup_open(markup, property);
	markup_open(markup, kind);
	markup_open(markup, "rdf:li");
	if (strcmp(kind, "rdf:Alt") == 0)
		markup_attribute(markup, "xml:lang", "x-default");
	markup_text(markup, value);
	markup_close(markup);
	markup_close(markup);
	markup_close(markup);
}

static void add_simple(struct markup *markup, const char *property, const char *value)
{
	if (value != NULL && value[0] != '\0')
		markup_element(markup, property, value);
}

/* Key words are written as one text in Info, one by one in Dublin Core. */
static void add_subjects(struct pdf_finish *finish, struct markup *markup, const char *keywords)
{
	if (keywords == NULL || keywords[0] == '\0')
		return;
	markup_open(markup, "dc:subject");
	markup_open(markup, "rdf:Bag");
	for (const char *from = keywords; *from != '\0';) {
		size_t length = strcspn(from, ",");
		size_t blanks = strspn(from, " ");

		if (length > blanks)
			markup_element(
				markup, "rdf:li",
				arena_strndup(finish->arena, from + blanks, length - blanks));
		from += length + (from[length] == ',');
	}
	markup_close(markup);
	markup_close(markup);
}

/* PDF/A wants every property described that XMP itself does not know: that of PDF/UA (ISO 19005-3, 6.6.2.3). */
static void add_extension(struct markup *markup)
{
	static const char *const facts[][2] = {
		{ "pdfaProperty:name", "part" },
		{ "pdfaProperty:valueType", "Integer" },
		{ "pdfaProperty:category", "internal" },
		{ "pdfaProperty:description", "Part of ISO 14289 that the file conforms to" },
	};

	markup_open(markup, "pdfaExtension:schemas");
	markup_open(markup, "rdf:Bag");
	markup_open(markup, "rdf:li");
	markup_attribute(markup, "rdf:parseType", "Resource");
	markup_element(markup, "pdfaSchema:schema", "PDF/UA identification schema");
	markup_element(markup, "pdfaSchema:namespaceURI", "http://www.aiim.org/pdfua/ns/id/");
	markup_element(markup, "pdfaSchema:prefix", "pdfuaid");
	markup_open(markup, "pdfaSchema:property");
	markup_open(markup, "rdf:Seq");
	markup_open(markup, "rdf:li");
	markup_attribute(markup, "rdf:parseType", "Resource");
	for (size_t i = 0; i < sizeof(facts) / sizeof(facts[0]); i++)
		markup_element(markup, facts[i][0], facts[i][1]);
	for (int i = 0; i < 6; i++)
		markup_close(markup);
}

static void open_description(const struct pdf_finish *finish, struct markup *markup)
{
	static const char *const spaces[][2] = {
		{ "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
		{ "xmlns:xmp", "http://ns.adobe.com/xap/1.0/" },
		{ "xmlns:pdf", "http://ns.adobe.com/pdf/1.3/" },
		{ "xmlns:pdfuaid", "http://www.aiim.org/pdfua/ns/id/" },
		{ "xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/" },
		{ "xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/" },
		{ "xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#" },
		{ "xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#" },
	};
	size_t count = finish->pages->archive.profile == NULL ? 4 : 8;

	markup_open(markup, "x:xmpmeta");
	markup_attribute(markup, "xmlns:x", "adobe:ns:meta/");
	markup_open(markup, "rdf:RDF");
	markup_attribute(markup, "xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
	markup_open(markup, "rdf:Description");
	markup_attribute(markup, "rdf:about", "");
	for (size_t i = 0; i < count; i++)
		markup_attribute(markup, spaces[i][0], spaces[i][1]);
}

static void add_properties(struct pdf_finish *finish, struct markup *markup)
{
	const struct document_properties *properties = &finish->pages->properties;
	const char *made = pdf_date_iso(finish->arena, properties);

	add_simple(markup, "dc:format", "application/pdf");
	add_in(markup, "dc:title", "rdf:Alt", properties->title);
	add_in(markup, "dc:creator", "rdf:Seq", properties->author);
	add_in(markup, "dc:description", "rdf:Alt", properties->subject);
	add_subjects(finish, markup, properties->keywords);
	add_in(markup, "dc:language", "rdf:Bag", properties->language);
	add_in(markup, "dc:rights", "rdf:Alt", properties->rights);
	if (properties->published.year > 0)
		add_in(markup, "dc:date", "rdf:Seq",
		       date_text(finish->arena, properties->published));
	add_simple(markup, "xmp:CreatorTool", creator_tool);
	add_simple(markup, "xmp:CreateDate", made);
	add_simple(markup, "xmp:ModifyDate", made);
	add_simple(markup, "xmp:MetadataDate", made);
	add_simple(markup, "pdf:Producer", creator_tool);
	add_simple(markup, "pdf:Keywords", properties->keywords);
	add_simple(markup, "pdfuaid:part", "1");
	if (finish->pages->archive.profile != NULL) {
		add_simple(markup, "pdfaid:part", "3");
		add_simple(markup, "pdfaid:conformance", "A");
		add_extension(markup);
	}
}

int pdf_write_metadata(struct pdf_finish *finish)
{
	int number = pdf_writer_reserve(finish->writer);
	struct markup *markup = markup_new();
	struct buffer text;

	buffer_init(&text);
	buffer_add_text(&text, packet_begin);
	open_description(finish, markup);
	add_properties(finish, markup);
	markup_finish(markup, &text);
	buffer_add_text(&text, packet_end);
	/* Not packed, so that a program that knows no PDF finds it too. */
	pdf_writer_stream_as_is(finish->writer, number, "/Type /Metadata /Subtype /XML",
				(struct pdf_slice){ buffer_text(&text), text.length });
	buffer_clear(&text);
	return number;
}

int pdf_write_info(struct pdf_finish *finish)
{
	const struct document_properties *properties = &finish->pages->properties;
	int number = pdf_writer_reserve(finish->writer);
	const char *made = pdf_date(finish->arena, properties);
	struct buffer text;

	buffer_init(&text);
	buffer_add_text(&text, "<< ");
	pdf_add_text_entry(&text, "Title", properties->title);
	pdf_add_text_entry(&text, "Author", properties->author);
	pdf_add_text_entry(&text, "Subject", properties->subject);
	pdf_add_text_entry(&text, "Keywords", properties->keywords);
	pdf_add_text_entry(&text, "Creator", creator_tool);
	pdf_add_text_entry(&text, "Producer", creator_tool);
	pdf_add_text_entry(&text, "CreationDate", made);
	pdf_add_text_entry(&text, "ModDate", made);
	buffer_add_text(&text, ">>");
	pdf_writer_object(finish->writer, number,
			  (struct pdf_slice){ buffer_text(&text), text.length });
	buffer_clear(&text);
	return number;
}
