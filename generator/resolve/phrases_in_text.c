/*
 * phrases_in_text.c - sentences made by rule within the author's text.
 */
#include <string.h>

#include "base/diag.h"
#include "resolve/inline_parts.h"
#include "resolve/series.h"

enum { PERIODS_MOST = 64 };

bool find_first_view(struct resolver *resolver, const struct scope *scope, const struct view *last,
		     struct view *first)
{
	struct cell_key key = last->key;
	int periods[PERIODS_MOST];
	size_t count = scope_periods(resolver, scope, &key, periods, PERIODS_MOST);
	size_t since = series_since(resolver, scope, &key, periods, count);

	if (since > 0 && (since >= count || periods[since] == key.period))
		return false;
	key.period = count > 0 ? periods[since] : key.period;
	*first = view_of(resolver->arena, resolver->results, &key);
	return true;
}

static const char *change(struct resolver *resolver, const struct scope *scope,
			  const struct inline_part *part, const struct view *last,
			  const struct view_group *group)
{
	struct scope within = scope_within(scope, &part->reference);
	struct view first;
	bool has_first = find_first_view(resolver, &within, last, &first);

	if (strcmp(part->what.text, "trend") == 0)
		return phrase_trend(&resolver->words, has_first ? &first : NULL, last, group);
	if (!has_first)
		return words_fill(
			&resolver->words, STRING_PHRASE_NO_COMPARISON,
			(struct placeholder[]){
				{ "reason", word_of(resolver, STRING_REASON_SERIES_BROKEN) },
				{ 0 } });
	return phrase_change(&resolver->words, &first,
			     group == NULL ? NULL : view_find_group(&first, group->group), last,
			     group);
}

static const char *several_groups(struct resolver *resolver, const struct scope *scope,
				  const struct inline_part *part, const struct view *view)
{
	const struct placeholder none[] = {
		{ "reason", word_of(resolver, STRING_REASON_NOT_ASKED) }, { 0 }
	};
	struct scope within = scope_within(scope, &part->reference);
	const char *place;
	struct view compared;

	if (scope_comparator(resolver, &within, view->key.organisation, view->key.period) ==
	    COMPARATOR_NONE)
		return words_fill(&resolver->words, STRING_PHRASE_NO_COMPARISON, none);
	compared = view_compared(resolver, &within, view, &place);
	return phrase_several_groups(&resolver->words, &compared, place);
}

static const char *phrase_of_ends(const struct words *words, const struct view *view,
				  const char *kind)
{
	static const struct {
		const char *kind;
		const char *(*say)(const struct words *words, const struct view *view);
	} phrases[] = {
		{ "gap", phrase_gap },
		{ "ratio", phrase_ratio },
		{ "gradient", phrase_gradient },
		{ "slope", phrase_slope },
		{ "gap-trend", phrase_gap_trend },
		{ "absolute-and-relative", phrase_absolute_and_relative },
	};

	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++)
		if (strcmp(phrases[i].kind, kind) == 0)
			return phrases[i].say(words, view);
	return phrase_comparison(words, view);
}

/* NULL after a diagnostic. */
static const char *phrase_of(struct resolver *resolver, const struct scope *scope,
			     const struct inline_part *part, const struct view *view,
			     const struct view_group *group)
{
	const struct words *words = &resolver->words;
	const char *kind = part->what.text;

	if (strcmp(kind, "change") == 0 || strcmp(kind, "trend") == 0)
		return change(resolver, scope, part, view, group);
	if (strcmp(kind, "caution") == 0)
		return phrase_caution(words, view, group);
	if (strcmp(kind, "level") == 0)
		return phrase_level(words, view, group);
	if (strcmp(kind, "recent-trend") == 0)
		return phrase_recent_trend(words, view, group);
	if (view->classification == NULL) {
		diag_add(resolver->diags, DIAG_SCOPE_INCOMPLETE, part->at, "by", NULL);
		return NULL;
	}
	if (strcmp(kind, "several-groups") == 0)
		return several_groups(resolver, scope, part, view);
	if (strcmp(kind, "completeness") == 0)
		return phrase_completeness(words, view);
	if (view_most(view) == NULL) {
		diag_addf(resolver->diags, DIAG_NOT_ORDERED, part->at, "phrase kind=\"%s\" by %s",
			  kind, view->classification->id);
		return NULL;
	}
	return phrase_of_ends(words, view, kind);
}

const char *resolve_phrase(struct resolver *resolver, const struct scope *scope,
			   const struct inline_part *part, struct cell_key *about)
{
	const struct view_group *group;
	const char *sentence;
	struct view view;

	if (strcmp(part->what.text, "introduction") == 0)
		return phrase_introduction(&resolver->words);
	if (!find_figure(resolver, scope, part, &view, &group))
		return "";
	*about = view.key;
	resolver->words.refers = resolver->in_running_text && !resolver->in_words_only;
	sentence = phrase_of(resolver, scope, part, &view, group);
	resolver->words.refers = false;
	if (sentence == NULL)
		return "";
	use_phrase(resolver, part->what.text, part->at, &view, group,
		   words_without_table(&resolver->words, sentence));
	return sentence;
}
