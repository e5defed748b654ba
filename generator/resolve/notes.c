#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/encoding.h"
#include "resolve/resolver.h"
#include "resolve/written.h"

enum { TITLE_WORDS_MOST = 15 };

void note_state(struct state_set *set, const struct value *value)
{
	switch (value->state) {
	case VALUE_SUPPRESSED:
		set->suppressed = true;
		break;
	case VALUE_NOT_AVAILABLE:
		set->not_available = true;
		break;
	case VALUE_NOT_APPLICABLE:
		set->not_applicable = true;
		break;
	case VALUE_UNRELIABLE:
		set->unreliable = true;
		break;
	case VALUE_SHOWN:
		break;
	}
	set->reasons[value->reason] = value->reason;
	if (!value_is_shown(value))
		return;
	set->given = set->given || value->origin == VALUE_GIVEN;
	/* Counts beside published figures have no interval; what is worked out of them has one. */
	set->computed = set->computed || (value->origin != VALUE_GIVEN && value->limits.known);
}

void note_printed(struct state_set *set, const struct value *value, const char *printed)
{
	note_state(set, value);
	set->rounded = set->rounded || strstr(printed, VALUE_ROUNDED) != NULL;
}

/*
 * The state in which a reason says more than the shorthand itself; shown for reasons that are not spoken of.
 */
static enum value_state home_of(enum value_reason reason)
{
	static const enum value_state homes[REASON_COUNT] = {
		[REASON_NONE] = VALUE_SHOWN,
		[REASON_NOT_IN_DATA] = VALUE_SHOWN,
		[REASON_MARKED_IN_DATA] = VALUE_SHOWN,
		[REASON_NO_NUMERATOR] = VALUE_SHOWN,
		[REASON_CONFIDENTIAL] = VALUE_SHOWN,
		[REASON_FEW_EVENTS] = VALUE_SHOWN,
		[REASON_SMALL_DENOMINATOR] = VALUE_SHOWN,
		[REASON_WIDE_INTERVAL] = VALUE_SHOWN,
		[REASON_GROUP_HIDDEN] = VALUE_SUPPRESSED,
		[REASON_GROUPS_LEFT_OUT] = VALUE_UNRELIABLE,
		[REASON_YEARS_LEFT_OUT] = VALUE_UNRELIABLE,
		[REASON_INDIRECT] = VALUE_UNRELIABLE,
		[REASON_NOT_ORDERED] = VALUE_NOT_APPLICABLE,
		[REASON_AGE_IS_STANDARDISED] = VALUE_NOT_APPLICABLE,
		[REASON_METHOD_HAS_NO_SUCH] = VALUE_NOT_APPLICABLE,
		[REASON_IS_REFERENCE] = VALUE_NOT_APPLICABLE,
		[REASON_NOT_OF_TOTAL] = VALUE_NOT_APPLICABLE,
		[REASON_GROUP_UNKNOWN] = VALUE_NOT_APPLICABLE,
		[REASON_NO_BEST_GROUP] = VALUE_NOT_APPLICABLE,
		[REASON_NOT_YEARLY] = VALUE_NOT_APPLICABLE,
	};

	/* The others, and those to come: why something is not available. */
	return homes[reason];
}

static bool belongs_to(enum value_reason reason, enum value_state state)
{
	return state != VALUE_SHOWN && home_of(reason) == state;
}

/* Why figures are unreliable: from small numbers, or judged by their interval. */
static enum string_id note_of_unreliable(const struct state_set *set)
{
	bool wide = set->reasons[REASON_WIDE_INTERVAL] != REASON_NONE;
	bool small = set->reasons[REASON_FEW_EVENTS] != REASON_NONE ||
		     set->reasons[REASON_SMALL_DENOMINATOR] != REASON_NONE;

	bool parts = set->reasons[REASON_GROUPS_LEFT_OUT] != REASON_NONE ||
		     set->reasons[REASON_YEARS_LEFT_OUT] != REASON_NONE ||
		     set->reasons[REASON_INDIRECT] != REASON_NONE;

	if (wide)
		return small ? STRING_NOTE_UNRELIABLE_OR_WIDE : STRING_NOTE_WIDE;
	return parts && !small ? STRING_NOTE_UNRELIABLE_BARE : STRING_NOTE_UNRELIABLE;
}

/* "[x] not available: there is no population figure." A reason in another language than the note is left out. */
static void explain_state(struct resolver *resolver, const struct state_set *set,
			  enum value_state state, enum string_id id, struct text *notes)
{
	const char *note = word_of(resolver, id), *glue = "";
	const char *reasons = "";

	for (int reason = 0; reason < REASON_COUNT; reason++) {
		if (set->reasons[reason] == REASON_NONE ||
		    !belongs_to((enum value_reason)reason, state) ||
		    !strings_agree(resolver->words.strings, id,
				   string_of_reason((enum value_reason)reason)))
			continue;
		reasons = arena_printf(
			resolver->arena, "%s%s%s", reasons, glue,
			word_of(resolver, string_of_reason((enum value_reason)reason)));
		glue = "; ";
	}
	if (reasons[0] != '\0')
		note = words_fill(
			&resolver->words,
			strstr(note, ": ") == NULL ? STRING_NOTE_WITH_REASON
						   : STRING_NOTE_AND_REASON,
			(struct placeholder[]){ { "note", note }, { "reason", reasons }, { 0 } });
	append_sentence(resolver, notes, arena_printf(resolver->arena, "%s.", note));
}

void explain_states(struct resolver *resolver, const struct state_set *set, struct text *notes)
{
	/* Beside figures that were worked out here it would not be true. */
	if (set->given && !set->computed)
		append_sentence(resolver, notes, word_of(resolver, STRING_NOTE_GIVEN));
	if (set->rounded)
		append_sentence(resolver, notes,
				arena_printf(resolver->arena, "%s.",
					     word_of(resolver, STRING_NOTE_ROUNDED)));
	if (set->suppressed)
		explain_state(resolver, set, VALUE_SUPPRESSED, STRING_NOTE_SUPPRESSED, notes);
	if (set->unreliable)
		explain_state(resolver, set, VALUE_UNRELIABLE, note_of_unreliable(set), notes);
	if (set->not_available)
		explain_state(resolver, set, VALUE_NOT_AVAILABLE, STRING_NOTE_NOT_AVAILABLE, notes);
	if (set->not_applicable)
		explain_state(resolver, set, VALUE_NOT_APPLICABLE, STRING_NOTE_NOT_APPLICABLE,
			      notes);
}

void explain_adjustment(struct resolver *resolver, const struct method *method, struct text *notes)
{
	bool *said = method->indirect ? &resolver->said_indirect : &resolver->said_adjusted;

	if (!method->standardised || *said)
		return;
	append_sentence(resolver, notes,
			word_of(resolver, method->indirect ? STRING_NOTE_ADJUSTED_INDIRECTLY
							   : STRING_NOTE_ADJUSTED));
	*said = true;
}

size_t add_source(const struct resolver *resolver, const struct result *result, int *sources,
		  size_t count)
{
	const struct dataset *dataset = resolver->dataset;
	const char *denominators =
		dataset->indicators->items[result->key.indicator].denominator_source;
	int candidates[] = { result->source,
			     denominators[0] == '\0' ? -1 : source_find(dataset, denominators) };

	for (size_t c = 0; c < 2; c++) {
		bool known = candidates[c] < 0;

		for (size_t i = 0; i < count; i++)
			known = known || sources[i] == candidates[c];
		if (!known && count < SOURCES_MOST)
			sources[count++] = candidates[c];
	}
	return count;
}

static size_t count_words(const char *text)
{
	size_t words = text[0] != '\0';

	for (; *text != '\0'; text++)
		words += *text == ' ';
	return words;
}

/* Two files of one publication are one source to the reader. */
static bool is_repeated(const struct resolver *resolver, const int *sources, size_t at)
{
	const struct data_source *all = resolver->dataset->sources;

	for (size_t i = 0; i < at; i++)
		if (strcmp(all[sources[i]].title, all[sources[at]].title) == 0)
			return true;
	return false;
}

/* "Source: Births; Deaths.": each title once. */
static const char *source_sentence(struct resolver *resolver, const int *sources, size_t count)
{
	struct placeholder parts[] = { { "sources", "" }, { 0 } };
	size_t told = 0;

	for (size_t i = 0; i < count; i++) {
		if (is_repeated(resolver, sources, i))
			continue;
		parts[0].text = arena_printf(resolver->arena, "%s%s%s", parts[0].text,
					     told++ == 0 ? "" : "; ",
					     resolver->dataset->sources[sources[i]].title);
	}
	return words_fill(&resolver->words, told == 1 ? STRING_NOTE_SOURCE : STRING_NOTE_SOURCES,
			  parts);
}

static void add_source_line(struct resolver *resolver, const struct scope *scope,
			    const struct block *block, struct text *notes,
			    const struct figure_words *generated)
{
	struct text own;

	if (block->parts.has_source_line) {
		own = resolve_inline(resolver, scope, block->parts.source_line);
		if (notes->count > 0 && own.count > 0)
			append_words(resolver, notes, " ");
		append_text(resolver, notes, &own);
		return;
	}
	if (generated->source_count == 0)
		return;
	append_sentence(resolver, notes,
			source_sentence(resolver, generated->sources, generated->source_count));
}

void set_figure_words(struct resolver *resolver, const struct scope *scope,
		      const struct block *block, struct node *node, struct figure_words generated)
{
	const struct figure_parts *parts = &block->parts;

	note_figure_place(resolver, scope, node);
	node->title = parts->has_title ? resolve_title(resolver, scope, parts)
				       : plain_text(resolver, generated.title);
	node->subtitle = parts->has_subtitle ? resolve_inline(resolver, scope, parts->subtitle)
					     : plain_text(resolver, generated.subtitle);
	if (parts->has_title &&
	    count_words(text_plain(resolver->arena, &node->title)) > TITLE_WORDS_MOST)
		diag_add(resolver->diags, DIAG_TITLE_LONG, block->at,
			 text_plain(resolver->arena, &node->title), NULL);
	if (parts->has_long_description)
		node->long_description = resolve_inline(resolver, scope, parts->long_description);
	if (parts->has_note)
		node->notes = resolve_inline(resolver, scope, parts->note);
	if (node->notes.count > 0 && generated.notes.count > 0)
		append_words(resolver, &node->notes, " ");
	append_text(resolver, &node->notes, &generated.notes);
	node->source_from = node->notes.count;
	add_source_line(resolver, scope, block, &node->notes, &generated);
	if (parts->has_alt) {
		node->alternative = resolve_words(resolver, scope, parts->alt);
		if (encoding_characters(node->alternative, strlen(node->alternative)) >
		    ALTERNATIVE_MOST)
			diag_add(resolver->diags, DIAG_ALT_LONG, block->at, node->alternative,
				 NULL);
	}
}

void say_instead(struct resolver *resolver, struct node *parent, struct location at,
		 const char *sentence)
{
	struct node *node = node_new(resolver->arena, NODE_TEXT, at);

	node->role = ROLE_BODY;
	node->text = plain_text(resolver, sentence);
	node_append(parent, node);
}
