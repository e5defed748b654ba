/*
 * fill.c - templates with the names, lists and places of a body in the place of @words@.
 *
 * A line that begins with "@if word@" is kept, without that, where the word holds; "@if not word@" where it
 * does not. A word that names a list ("@sources@") stands for a part of a file, once for each entry.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/markup.h"
#include "base/outfile.h"
#include "base/path.h"
#include "base/source.h"
#include "base/text_list.h"
#include "data/table.h"
#include "init/init.h"

static void fill(const struct init_filling *filling, const char *text, struct buffer *out);

/* -- lists ------------------------------------------------------------------------------------ */

static const char *read_template(const struct init_plan *plan, const char *name)
{
	const char *path = path_join(plan->arena, plan->folder, name);
	const struct source *source = source_read(plan->arena, path, path, (struct location){ 0 },
						  DIAG_SPEC_UNREADABLE, plan->diags);

	return source == NULL ? "" : source->bytes;
}

static void fill_sources(const struct init_filling *filling, struct buffer *out)
{
	const char *part = read_template(filling->plan, "parts/source.xml");
	struct init_filling each = *filling;

	for (size_t i = 0; i < filling->plan->source_count; i++) {
		each.source = &filling->plan->sources[i];
		fill(&each, part, out);
	}
}

static void fill_domains(const struct init_filling *filling, const char *part, struct buffer *out)
{
	const char *text = read_template(filling->plan, part);
	struct init_filling each = *filling;

	for (size_t i = 0; i < filling->plan->domain_count; i++) {
		each.domain = &filling->plan->domains[i];
		each.indicator = each.domain->indicators[0];
		fill(&each, text, out);
	}
}

static void fill_indicators(const struct init_filling *filling, const char *part,
			    const struct indicator *const *indicators, size_t count,
			    struct buffer *out)
{
	const char *text = read_template(filling->plan, part);
	struct init_filling each = *filling;

	for (size_t i = 0; i < count; i++) {
		each.indicator = indicators[i];
		fill(&each, text, out);
	}
}

static void fill_tables(const struct init_filling *filling, struct buffer *out)
{
	for (size_t i = 0; i < filling->plan->domain_count; i++) {
		const struct init_domain *domain = &filling->plan->domains[i];

		fill_indicators(filling, "parts/table.xml", domain->indicators, domain->count, out);
	}
}

/* False when no list has that name. */
static bool fill_list(const struct init_filling *filling, const char *name, struct buffer *out)
{
	if (strcmp(name, "sources") == 0)
		fill_sources(filling, out);
	else if (strcmp(name, "domains") == 0)
		fill_domains(filling, "parts/domain.xml", out);
	else if (strcmp(name, "findings") == 0)
		fill_domains(filling, "parts/finding.xml", out);
	else if (strcmp(name, "indicators") == 0 && filling->domain != NULL)
		fill_indicators(filling, "parts/indicator.xml", filling->domain->indicators,
				filling->domain->count, out);
	else if (strcmp(name, "tables") == 0)
		fill_tables(filling, out);
	else
		return false;
	return true;
}

/* -- lines ----------------------------------------------------------------------------------- */

/* False when the word means nothing: it stays as it stands. */
static bool fill_word(const struct init_filling *filling, const char *name, struct buffer *out)
{
	const char *text = init_word(filling, name);

	if (text == NULL)
		return fill_list(filling, name, out);
	if (filling->escapes)
		markup_add_text(out, text);
	else
		buffer_add_text(out, text);
	return true;
}

/* Passes over each "@if word@" at the start of a line; *kept tells whether the line stays. */
static const char *read_conditions(const struct init_filling *filling, const char *line, bool *kept)
{
	const char *end;

	*kept = true;
	while (strncmp(line, "@if ", 4) == 0 && (end = strchr(line + 4, '@')) != NULL) {
		*kept = *kept && init_holds(filling, arena_strndup(filling->plan->arena, line + 4,
								   (size_t)(end - line - 4)));
		line = end + 1;
	}
	return line;
}

static void fill_line(const struct init_filling *filling, const char *line, size_t length,
		      struct buffer *out)
{
	const char *end = line + length;

	while (line < end) {
		size_t word = *line == '@' ? strspn(line + 1, "abcdefghijklmnopqrstuvwxyz-") : 0;

		if (word > 0 && line + 1 + word < end && line[1 + word] == '@' &&
		    fill_word(filling, arena_strndup(filling->plan->arena, line + 1, word), out)) {
			line += word + 2;
			continue;
		}
		buffer_add_char(out, *line++);
	}
}

static void fill(const struct init_filling *filling, const char *text, struct buffer *out)
{
	while (*text != '\0') {
		bool kept;
		const char *line = read_conditions(filling, text, &kept);
		size_t length = strcspn(line, "\n");
		/* A list alone on its line brings its own line ends. */
		bool list = false;

		length += line[length] == '\n';
		if (kept) {
			const char *name = line + strspn(line, " \t");
			size_t word = *name == '@' ? strcspn(name + 1, "@\n") : 0;

			list = word > 0 && name[1 + word] == '@' && name[2 + word] == '\n' &&
			       fill_list(filling,
					 arena_strndup(filling->plan->arena, name + 1, word), out);
		}
		if (kept && !list)
			fill_line(filling, line, length, out);
		text = line + length;
	}
}

/* -- files ------------------------------------------------------------------------------------ */

static void add_file(struct init_filling filling, const char *name, const char *from,
		     struct outfile_set *files)
{
	struct buffer path, out;
	const char *suffix = strrchr(name, '.');

	buffer_init(&path);
	buffer_init(&out);
	fill_line(&filling, name, strlen(name), &path);
	filling.escapes = suffix != NULL && strcmp(suffix, ".xml") == 0;
	fill(&filling, read_template(filling.plan, from), &out);
	outfile_set_add(files, buffer_finish(&path, filling.plan->arena), &out);
}

bool init_fill(const struct init_plan *plan, struct outfile_set *files)
{
	enum { KINDS, FILE_NAME, FROM, EACH, COLUMNS };
	static const char *const columns[COLUMNS] = { "kinds", "file", "from", "each" };
	size_t errors = diag_errors(plan->diags);
	const struct table *list =
		table_read(plan->arena, path_join(plan->arena, plan->folder, "files.csv"),
			   (struct location){ 0 }, columns, COLUMNS, COLUMNS, plan->diags);

	for (size_t row = 0; list != NULL && row < list->row_count; row++) {
		struct init_filling filling = { .plan = plan };
		const char *name = table_cell(list, row, FILE_NAME);
		const char *from = table_cell(list, row, FROM);

		if (!list_has(table_cell(list, row, KINDS), ";", plan->kind))
			continue;
		if (table_cell(list, row, EACH)[0] == '\0') {
			add_file(filling, name, from, files);
			continue;
		}
		for (size_t i = 0; i < plan->domain_count; i++) {
			filling.domain = &plan->domains[i];
			filling.indicator = filling.domain->indicators[0];
			add_file(filling, name, from, files);
		}
	}
	return diag_errors(plan->diags) == errors;
}
