#include "support/marked_words.h"

#include <criterion/criterion.h>
#include <ctype.h>
#include <glib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "document/plot.h"
#include "support/marked_plot.h"
#include "support/program.h"

const char mark_opened[] = "\xe2\x9f\xa6", mark_closed[] = "\xe2\x9f\xa7";

/* -- tables --------------------------------------------------------------------------------------- */

/* Lists of words that are looked up are no texts to print. */
static bool is_looked_up(const char *element)
{
	return strncmp(element, "<s id=\"units-said", 17) == 0 ||
	       strncmp(element, "<s id=\"unit-per-word\"", 21) == 0;
}

/* The text that a table has for an id, with its element; NULL when it has none. */
static const char *own_text(const char *table, const char *element, size_t length)
{
	for (const char *at = table; (at = strstr(at, "<s id=")) != NULL; at++)
		if (strncmp(at, element, length) == 0)
			return at + length;
	return NULL;
}

const char *marked_table(struct arena *arena, const char *plain)
{
	const char *english = file_text(arena, "inputs/strings/en-GB.xml", NULL), *at;
	const char *own = plain == NULL ? "" : file_text(arena, plain, NULL);
	struct buffer out;

	buffer_init(&out);
	while ((at = strstr(english, "<s id=")) != NULL) {
		const char *text = strchr(at, '>') + 1, *end = strstr(text, "</s>");
		const char *instead = own_text(own, at, (size_t)(text - at));

		buffer_add(&out, english, (size_t)(text - english));
		if (instead != NULL)
			buffer_add(&out, instead, (size_t)(strstr(instead, "</s>") - instead));
		else if (end == text || is_looked_up(at))
			buffer_add(&out, text, (size_t)(end - text));
		else if (plain == NULL)
			buffer_printf(&out, "%s%.*s%s", mark_opened, (int)(end - text), text,
				      mark_closed);
		else
			buffer_printf(&out, "%s%.*s|%.*s%s", mark_opened,
				      (int)strcspn(at + 7, "\""), at + 7, (int)(end - text), text,
				      mark_closed);
		english = end;
	}
	buffer_add_text(&out, english);
	return buffer_finish(&out, arena);
}

/* -- texts of a document -------------------------------------------------------------------------- */

struct visit {
	struct arena *arena;
	void (*each)(const char *text, void *context);
	void *context;
};

static void visit_text(const struct visit *visit, const char *text)
{
	if (text != NULL && text[0] != '\0')
		visit->each(text, visit->context);
}

static void visit_table(const struct visit *visit, const struct table *table)
{
	for (size_t i = 0; i < table->column_count; i++)
		visit_text(visit, table->columns[i].heading);
	for (size_t row = 0; row < table->row_count; row++)
		for (size_t i = 0; i < table->column_count; i++) {
			const struct table_cell *cell = &table->rows[row].cells[i];

			visit_text(visit, text_plain(visit->arena, &cell->text));
			visit_text(visit, text_plain(visit->arena, &cell->detail));
			visit_text(visit, cell->mark_words);
		}
}

void document_texts(struct arena *arena, const struct document *document,
		    void each(const char *text, void *context), void *context)
{
	const struct visit visit = { arena, each, context };
	const struct node *root = document->root;

	for (const struct node *node = root; node != NULL; node = node_next(node, root)) {
		const struct text *texts[] = { &node->text, &node->title, &node->subtitle,
					       &node->notes, &node->long_description };

		for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
			visit_text(&visit, text_plain(arena, texts[i]));
		visit_text(&visit, node->label);
		visit_text(&visit, node->alternative);
		if (node->table != NULL)
			visit_table(&visit, node->table);
		if (node->plot != NULL)
			plot_texts(node->plot, each, context);
	}
}

/* -- words outside marks -------------------------------------------------------------------------- */

struct reader {
	struct arena *arena;
	const char *sources;
	GHashTable *known;
	size_t marks;
};

char *small_letters(struct arena *arena, const char *text)
{
	char *copy = arena_strdup(arena, text);

	for (char *c = copy; *c != '\0'; c++)
		*c = (char)tolower((unsigned char)*c);
	for (char *c = strstr(copy, "\xc2\xa0"); c != NULL; c = strstr(c, "\xc2\xa0"))
		c[0] = c[1] = ' ';
	return copy;
}

static bool has_letters(const char *text)
{
	for (; *text != '\0'; text++)
		if (isalpha((unsigned char)*text))
			return true;
	return false;
}

static bool is_of_words(char c)
{
	return isalpha((unsigned char)c) || (unsigned char)c >= 0x80 || c == ' ' || c == '-';
}

/* Words as far as no number or sign parts them must stand in the sources as they are. */
static void expect_known(struct reader *reader, const char *words, const char *where)
{
	const char *text = small_letters(reader->arena, words);

	while (*text != '\0') {
		size_t length = 0;
		char *run;

		while (text[length] != '\0' && is_of_words(text[length]))
			length++;
		run = arena_strndup(reader->arena, text, length);
		text += length + (text[length] != '\0');
		for (; length > 0 && (run[length - 1] == ' ' || run[length - 1] == '-'); length--)
			run[length - 1] = '\0';
		run += strspn(run, " -");
		if (!has_letters(run) || !g_hash_table_add(reader->known, run))
			continue;
		cr_expect(strstr(reader->sources, run) != NULL,
			  "a word of the program outside the table: \"%s\" in \"%s\"", run, where);
	}
}

static void expect_text(const char *text, void *context)
{
	struct reader *reader = context;
	struct buffer outside;
	int depth = 0;

	buffer_init(&outside);
	for (const char *c = text; *c != '\0'; c++) {
		bool opens = strncmp(c, mark_opened, 3) == 0,
		     closes = strncmp(c, mark_closed, 3) == 0;

		if (opens || closes) {
			reader->marks += opens;
			depth += opens ? 1 : -1;
			c += 2;
			expect_known(reader, buffer_text(&outside), text);
			buffer_clear(&outside);
		} else if (depth == 0) {
			buffer_add_char(&outside, *c);
		}
	}
	expect_known(reader, buffer_text(&outside), text);
	buffer_clear(&outside);
	cr_expect_eq(depth, 0, "%s", text);
}

size_t expect_words_of_sources(struct arena *arena, const struct document *document,
			       const char *sources)
{
	struct reader reader = { .arena = arena,
				 .sources = sources,
				 .known = g_hash_table_new(g_str_hash, g_str_equal) };

	document_texts(arena, document, expect_text, &reader);
	g_hash_table_destroy(reader.known);
	return reader.marks;
}
