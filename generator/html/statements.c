#include "html/statements.h"

#include "base/arena.h"
#include "html/parts.h"

static const char *word(const struct html_writer *writer, enum string_id id)
{
	return strings_text(writer->job->strings, id);
}

static void write_head(struct html_writer *writer)
{
	static const enum string_id columns[] = { STRING_BATCH_COLUMN_NAME,
						  STRING_BATCH_COLUMN_STATUS,
						  STRING_BATCH_COLUMN_EDITIONS };

	html_open(writer, "thead", NULL);
	html_open(writer, "tr", NULL);
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
		html_open(writer, "th", NULL);
		markup_attribute(writer->markup, "scope", "col");
		html_words(writer, word(writer, columns[i]));
		html_close(writer);
	}
	html_close(writer);
	html_close(writer);
	html_newline(writer);
}

/* "PDF" is heard as "North Vale: PDF", for who goes from link to link. */
static void write_edition(struct html_writer *writer, const struct html_statement *statement,
			  const struct html_edition *edition)
{
	html_open(writer, "li", NULL);
	html_open(writer, "a", NULL);
	markup_attribute(writer->markup, "href", edition->href);
	markup_attribute_printf(writer->markup, "aria-label", "%s: %s", statement->name,
				edition->words);
	html_words(writer, edition->words);
	html_close(writer);
	html_close(writer);
}

static void write_editions(struct html_writer *writer, const struct html_statement *statement)
{
	html_open(writer, "td", NULL);
	if (statement->edition_count > 0) {
		html_open(writer, "ul", "editions");
		for (size_t i = 0; i < statement->edition_count; i++)
			write_edition(writer, statement, &statement->editions[i]);
		html_close(writer);
	}
	html_close(writer);
}

static void write_statement(struct html_writer *writer, const struct html_statement *statement)
{
	html_open(writer, "tr", NULL);
	html_open(writer, "th", "name");
	markup_attribute(writer->markup, "scope", "row");
	html_words(writer, statement->name);
	html_element(writer, "span", "detail", statement->code);
	html_close(writer);
	html_open(writer, "td", statement->made ? "text" : "text strong");
	html_words(writer, statement->status);
	html_element(writer, "span", "detail", statement->detail);
	html_close(writer);
	write_editions(writer, statement);
	html_close(writer);
	html_newline(writer);
}

static void write_table(struct html_writer *writer, const struct html_statements *statements)
{
	html_open(writer, "div", "table");
	html_open(writer, "table", "open");
	markup_attribute(writer->markup, "aria-labelledby", "statements");
	html_newline(writer);
	write_head(writer);
	html_open(writer, "tbody", NULL);
	html_newline(writer);
	for (size_t i = 0; i < statements->count; i++)
		write_statement(writer, &statements->items[i]);
	html_close(writer);
	html_close(writer);
	html_close(writer);
	html_newline(writer);
}

static void write_body(struct html_writer *writer, const struct html_statements *statements)
{
	html_open(writer, "header", "statements");
	html_open(writer, "h1", NULL);
	markup_attribute(writer->markup, "id", "statements");
	html_words(writer, statements->title);
	html_close(writer);
	html_close(writer);
	html_newline(writer);
	html_open(writer, "div", "frame");
	html_open(writer, "main", NULL);
	markup_attribute(writer->markup, "id", HTML_MAIN_ID);
	markup_attribute(writer->markup, "tabindex", "-1");
	html_newline(writer);
	html_element(writer, "p", "lead", statements->summary);
	write_table(writer, statements);
	html_close(writer);
	html_close(writer);
	html_newline(writer);
}

void html_write_statements(const struct html_job *job, const struct html_statements *statements,
			   struct buffer *out)
{
	struct html_writer writer = { .arena = job->arena, .job = job, .markup = markup_new() };
	struct html_frame frame = {
		.strings = job->strings,
		.language = statements->language,
		.title = statements->title,
		.script = job->script,
	};
	struct buffer body, style;

	buffer_init(&body);
	buffer_init(&style);
	write_body(&writer, statements);
	markup_finish(writer.markup, &body);
	html_style(job, &body, &style);
	frame.style = buffer_text(&style);
	html_frame_write(job->arena, &frame, &body, out);
	buffer_clear(&body);
	buffer_clear(&style);
}
