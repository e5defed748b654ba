#include "support/messages.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/source.h"
#include "spec/vocabulary.h"
#include "spec/xml.h"

const char *messages_text(struct arena *arena, struct diag_list *diags)
{
	struct buffer out;

	diag_sort(diags, 100);
	buffer_init(&out);
	diag_write(diags, &out, false);
	return buffer_finish(&out, arena);
}

size_t messages_count(const struct diag_list *diags, const char *id)
{
	size_t count = 0;

	for (size_t i = 0; i < diag_count(diags); i++)
		count += strcmp(diag_kind(diag_at(diags, i)->code)->id, id) == 0;
	return count;
}

struct xml_node *tree_of(struct arena *arena, const struct vocabulary *vocabulary, const char *text,
			 struct diag_list *diags)
{
	struct source *source = source_of_text(arena, "t.xml", text, strlen(text));

	return xml_parse(arena, arena, source, vocabulary->namespace, diags);
}

const char *report_text(struct arena *arena, const char *body)
{
	return arena_printf(arena,
			    "<report xmlns='urn:gradient:report:1' version='1' xml:lang='en-GB'>\n"
			    "<meta><title>T</title><publisher>P</publisher></meta>\n"
			    "<data><source id='s' href='data.csv' rule='NONE'/></data>\n"
			    "<indicators><indicator id='A'/></indicators>\n"
			    "<body>\n"
			    "%s\n"
			    "</body>\n"
			    "</report>\n",
			    body);
}
