/*
 * list_indicators.c - the indicators there are, who must report them, and how sure that is.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/suggest.h"
#include "base/text_list.h"
#include "data/catalogue.h"
#include "data/catalogue_columns.h"
#include "data/catalogue_lists.h"
#include "run/list_parts.h"
#include "run/share.h"

static const char legend[] =
	"\nBefore an indicator: how sure it is that it is asked for and defined in this way;\n"
	"before the bodies: how sure it is that they must report it.\n"
	"  (no mark) verified: a published definition was read\n"
	"  ~ part of it was\n"
	"  ? recalled, or carried forward unseen: check it before you rely on it\n"
	"  + our own recommendation\n";

static char mark(const char *confidence)
{
	if (strcmp(confidence, "verified") == 0 || confidence[0] == '\0')
		return ' ';
	if (strcmp(confidence, "part-verified") == 0)
		return '~';
	return strcmp(confidence, "recommended") == 0 ? '+' : '?';
}

/* "icb, acute"; "all bodies" when every kind must. */
static const char *bodies(struct arena *arena, const struct indicator *indicator)
{
	size_t count, all;
	const char **words = list_words(arena, indicator->reporters, ";", &count);
	const char *text = count == 0 ? "-" : words[0];

	list_words(arena, catalogue_column(FIELD_REPORTERS)->words, "|", &all);
	if (count == all)
		return "all bodies";
	for (size_t i = 1; i < count; i++)
		text = arena_printf(arena, "%s, %s", text, words[i]);
	return text;
}

static bool wanted(const struct command_line *line, const struct indicator *indicator)
{
	return line->kind == NULL || list_has(indicator->reporters, ";", line->kind);
}

static void list_set(struct command_line *line, const char *folder, const struct catalogue_set *set)
{
	struct indicators indicators = { 0 };
	const struct catalogue_file file = {
		.path = arena_printf(line->arena, "%s/%s.csv", folder, set->id),
		.set = set->id,
		.folder = folder,
	};
	bool first = true;

	if (!catalogue_read(line->arena, &file, &indicators, line->diags))
		return;
	for (size_t i = 0; i < indicators.count; i++) {
		const struct indicator *at = &indicators.items[i];

		if (!wanted(line, at))
			continue;
		if (first)
			buffer_printf(&line->out, "%s%s\n", line->out.length == 0 ? "" : "\n",
				      set->id);
		first = false;
		buffer_printf(&line->out, "%c %-7s  %-15s  %-13s  %c %-18s  %s\n",
			      mark(at->confidence), at->id, at->method, at->confidence,
			      at->reporters[0] == '\0' ? ' ' : mark(at->reporters_confidence),
			      bodies(line->arena, at), at->name);
	}
}

/* False after a message when the word is given and not among those there are. */
static bool is_known(struct command_line *line, const char *option, const char *word,
		     const char *const *known, size_t count)
{
	if (word == NULL)
		return true;
	for (size_t i = 0; i < count; i++)
		if (strcmp(known[i], word) == 0)
			return true;
	diag_add(line->diags, DIAG_USAGE, (struct location){ 0 },
		 arena_printf(line->arena, "--%s %s", option, word),
		 suggest_hint(line->arena, word, known, count));
	return false;
}

static bool read_sets(struct command_line *line, const char *folder, struct catalogue_sets *sets)
{
	const char **ids;
	size_t kind_count;
	const char **kinds =
		list_words(line->arena, catalogue_column(FIELD_REPORTERS)->words, "|", &kind_count);

	if (!catalogue_sets_read(line->arena, folder, sets, line->diags))
		return false;
	ids = arena_array(line->arena, sets->count + 1, sizeof(*ids));
	for (size_t i = 0; i < sets->count; i++)
		ids[i] = sets->items[i].id;
	return is_known(line, "set", line->set, ids, sets->count) &&
	       is_known(line, "kind", line->kind, kinds, kind_count);
}

void list_indicators(struct command_line *line)
{
	const char *folder = path_join(line->arena, share_find(line->arena), "inputs/catalogue");
	struct catalogue_sets sets = { 0 };

	if (!read_sets(line, folder, &sets))
		return;
	for (size_t i = 0; i < sets.count; i++)
		if (line->set == NULL || strcmp(sets.items[i].id, line->set) == 0)
			list_set(line, folder, &sets.items[i]);
	if (line->out.length > 0)
		buffer_add_text(&line->out, legend);
	else if (diag_errors(line->diags) == 0)
		buffer_add_text(&line->out, "No listed indicator applies.\n");
}

void list_sets(struct command_line *line)
{
	const char *folder = path_join(line->arena, share_find(line->arena), "inputs/catalogue");
	struct catalogue_sets sets = { 0 };

	if (!read_sets(line, folder, &sets))
		return;
	for (size_t i = 0; i < sets.count; i++) {
		const struct catalogue_set *set = &sets.items[i];

		if (line->set != NULL && strcmp(set->id, line->set) != 0)
			continue;
		buffer_printf(&line->out, "%c %-20s  %s\n", mark(set->confidence), set->id,
			      set->title);
		buffer_printf(&line->out, "%25s%s.\n", "", set->about);
		buffer_printf(&line->out, "%25s%s%s%s, version %s (%s): %s\n", "", set->issuer,
			      set->date[0] == '\0' ? "" : ", ", set->date, set->version,
			      set->confidence, set->change);
	}
	buffer_add_text(&line->out, legend);
}
