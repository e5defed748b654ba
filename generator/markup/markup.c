#include "markup/markup.h"

#include <libxml/xmlwriter.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/fatal.h"

struct markup {
	xmlBufferPtr bytes;
	xmlTextWriterPtr writer;
	int before; /* bytes of a declaration that is not for the caller */
};

/* The writer's only errors are lack of memory and calls out of order, which are faults of the program. */
static void expect(int written)
{
	if (written < 0)
		fatal_out_of_memory();
}

struct markup *markup_new(void)
{
	struct markup *markup = calloc(1, sizeof(*markup));

	if (markup == NULL)
		fatal_out_of_memory();
	markup->bytes = xmlBufferCreate();
	if (markup->bytes != NULL) {
		xmlBufferSetAllocationScheme(markup->bytes, XML_BUFFER_ALLOC_DOUBLEIT);
		markup->writer = xmlNewTextWriterMemory(markup->bytes, 0);
	}
	if (markup->writer == NULL)
		fatal_out_of_memory();
	/* Only a writer that was told an encoding leaves letters as they are; it tells it in a declaration. */
	expect(xmlTextWriterStartDocument(markup->writer, NULL, "UTF-8", NULL));
	expect(xmlTextWriterFlush(markup->writer));
	markup->before = xmlBufferLength(markup->bytes);
	return markup;
}

void markup_finish(struct markup *markup, struct buffer *out)
{
	/* The end of a document would add a line end, which a piece of a page must not have. */
	while (xmlTextWriterFullEndElement(markup->writer) >= 0)
		continue;
	expect(xmlTextWriterFlush(markup->writer));
	xmlFreeTextWriter(markup->writer);
	buffer_add(out, xmlBufferContent(markup->bytes) + markup->before,
		   (size_t)(xmlBufferLength(markup->bytes) - markup->before));
	xmlBufferFree(markup->bytes);
	free(markup);
}

void markup_declaration(struct markup *markup)
{
	markup_raw(markup, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

void markup_raw(struct markup *markup, const char *text)
{
	expect(xmlTextWriterWriteRaw(markup->writer, BAD_CAST text));
}

void markup_open(struct markup *markup, const char *name)
{
	expect(xmlTextWriterStartElement(markup->writer, BAD_CAST name));
}

/* Length of a character that XML 1.0 cannot hold, even as a reference; 0 for all others. */
static size_t forbidden_length(const char *text)
{
	const unsigned char byte = (unsigned char)*text;

	if (byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r')
		return 1;
	return strncmp(text, "\xef\xbf\xbe", 3) == 0 || strncmp(text, "\xef\xbf\xbf", 3) == 0 ? 3
											      : 0;
}

/* The text with U+FFFD for what XML cannot hold: itself where there is nothing of the kind, else in copy. */
static const char *allowed(const char *text, struct buffer *copy)
{
	const char *from = text;

	for (const char *at = text; *at != '\0';) {
		size_t forbidden = forbidden_length(at);

		if (forbidden == 0) {
			at++;
			continue;
		}
		buffer_add(copy, from, (size_t)(at - from));
		buffer_add_text(copy, "\xef\xbf\xbd");
		from = at += forbidden;
	}
	if (from == text)
		return text;
	buffer_add_text(copy, from);
	return buffer_text(copy);
}

void markup_attribute(struct markup *markup, const char *name, const char *value)
{
	struct buffer copy;

	if (value == NULL)
		return;
	buffer_init(&copy);
	expect(xmlTextWriterWriteAttribute(markup->writer, BAD_CAST name,
					   BAD_CAST allowed(value, &copy)));
	buffer_clear(&copy);
}

void markup_attribute_printf(struct markup *markup, const char *name, const char *format, ...)
{
	struct buffer value;
	va_list arguments;

	va_start(arguments, format);
	buffer_init(&value);
	buffer_vprintf(&value, format, arguments);
	va_end(arguments);
	markup_attribute(markup, name, buffer_text(&value));
	buffer_clear(&value);
}

void markup_text(struct markup *markup, const char *text)
{
	struct buffer copy;

	buffer_init(&copy);
	expect(xmlTextWriterWriteString(markup->writer, BAD_CAST allowed(text, &copy)));
	buffer_clear(&copy);
}

void markup_close(struct markup *markup)
{
	expect(xmlTextWriterFullEndElement(markup->writer));
}

void markup_close_empty(struct markup *markup)
{
	expect(xmlTextWriterEndElement(markup->writer));
}

void markup_element(struct markup *markup, const char *name, const char *text)
{
	markup_open(markup, name);
	markup_text(markup, text);
	markup_close(markup);
}
