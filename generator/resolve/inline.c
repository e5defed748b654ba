#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "resolve/inline_parts.h"
#include "resolve/written.h"

/* How text around is set, handed down. */
struct style {
	bool strong, emphasis;
	const char *href, *language;
};

const char *word_of(const struct resolver *resolver, enum string_id id)
{
	return strings_text(resolver->words.strings, id);
}

struct text plain_text(struct resolver *resolver, const char *words)
{
	struct text text = { 0 };

	if (words[0] != '\0')
		text_add(resolver->arena, &text, words);
	return text;
}

const char *heard_state(const struct resolver *resolver, enum value_state state)
{
	switch (state) {
	case VALUE_NOT_AVAILABLE:
		return word_of(resolver, STRING_HEARD_NOT_AVAILABLE);
	case VALUE_UNRELIABLE:
		return word_of(resolver, STRING_HEARD_UNRELIABLE);
	case VALUE_SUPPRESSED:
		return word_of(resolver, STRING_HEARD_SUPPRESSED);
	case VALUE_NOT_APPLICABLE:
		return word_of(resolver, STRING_HEARD_NOT_APPLICABLE);
	case VALUE_SHOWN:
		break;
	}
	return "";
}

/* A shorthand where it stands in words, and what is heard. */
struct shorthand {
	const char *at, *letter, *heard; /* at: NULL when there is none */
};

static void find_letter(struct shorthand *first, const char *words, const char *letter,
			const char *heard)
{
	const char *at = strstr(words, letter);

	if (at != NULL && (first->at == NULL || at < first->at))
		*first = (struct shorthand){ at, letter, heard };
}

static struct shorthand find_shorthand(const struct resolver *resolver, const char *words)
{
	struct shorthand first = { NULL, "", "" };

	for (int i = 0; i <= VALUE_NOT_APPLICABLE; i++)
		if (i != VALUE_SHOWN)
			find_letter(&first, words,
				    words_state(&resolver->words, (enum value_state)i),
				    heard_state(resolver, (enum value_state)i));
	find_letter(&first, words, VALUE_ROUNDED, word_of(resolver, STRING_HEARD_ROUNDED));
	return first;
}

struct text shorthand_text(struct resolver *resolver, const char *words)
{
	struct text text = { 0 };
	struct text_run *run;
	struct shorthand found;

	if (strchr(words, '[') == NULL)
		return plain_text(resolver, words);
	while ((found = find_shorthand(resolver, words)).at != NULL) {
		if (found.at > words)
			text_add(resolver->arena, &text,
				 arena_strndup(resolver->arena, words, (size_t)(found.at - words)));
		run = text_add(resolver->arena, &text, found.letter);
		run->expansion = found.heard;
		run->heard = true;
		words = found.at + strlen(found.letter);
	}
	if (words[0] != '\0')
		text_add(resolver->arena, &text, words);
	return text;
}

void append_text(struct resolver *resolver, struct text *to, const struct text *from)
{
	for (size_t i = 0; i < from->count; i++) {
		to->runs = arena_grow(resolver->arena, to->runs, to->count, &to->capacity,
				      sizeof(*to->runs));
		to->runs[to->count++] = from->runs[i];
	}
}

static bool is_plain_run(const struct text_run *run)
{
	return run->kind == RUN_TEXT && run->href == NULL && run->target == NULL &&
	       run->expansion == NULL && run->verdict == VERDICT_NOT_COMPARED;
}

void append_words(struct resolver *resolver, struct text *text, const char *words)
{
	struct text_run *last;

	if (words[0] == '\0')
		return;
	if (strcmp(words, " ") != 0 || text->count == 0 ||
	    !is_plain_run(text->runs[text->count - 1])) {
		text_add(resolver->arena, text, words);
		return;
	}
	/* A blank alone is not drawn: on paper its words would run together. Other texts may have the run, too. */
	last = arena_alloc(resolver->arena, sizeof(*last));
	*last = *text->runs[text->count - 1];
	last->text = arena_printf(resolver->arena, "%s ", last->text);
	text->runs[text->count - 1] = last;
}

void append_sentence(struct resolver *resolver, struct text *text, const char *sentence)
{
	if (sentence[0] == '\0')
		return;
	if (text->count > 0)
		append_words(resolver, text, " ");
	append_words(resolver, text, sentence);
}

static struct text_run *add_run(struct resolver *resolver, struct text *text, const char *words,
				const struct style *style)
{
	struct text_run *run = text_add(resolver->arena, text, words);

	run->strong = style->strong;
	run->emphasis = style->emphasis;
	run->href = style->href;
	run->language = style->language;
	return run;
}

static void add_reference(struct resolver *resolver, struct text *text,
			  const struct inline_part *part, const struct style *style)
{
	struct text_run *run;

	if (resolver->in_words_only)
		return;
	run = add_run(resolver, text, "", style);
	resolver->pending = arena_grow(resolver->arena, resolver->pending, resolver->pending_count,
				       &resolver->pending_capacity, sizeof(*resolver->pending));
	resolver->pending[resolver->pending_count++] =
		(struct pending){ .run = run, .to = part->to, .form = part->form };
}

static void add_parts(struct resolver *resolver, const struct scope *scope,
		      const struct inline_part *part, struct text *text, struct style style);

/* The number of a footnote behind a figure would be read as one more digit. */
static const char narrow_space[] = "\xe2\x80\xaf";

static bool ends_in_digit(const struct text *text)
{
	const char *words = text->count == 0 ? "" : text->runs[text->count - 1]->text;
	size_t length = strlen(words);

	return length > 0 && words[length - 1] >= '0' && words[length - 1] <= '9';
}

void number_note(struct resolver *resolver, struct note *note)
{
	const char *number = words_number(&resolver->words, (double)++resolver->notes, 0);
	const struct placeholder fields[] = { { "n", number }, { 0 } };

	note->number = resolver->notes;
	note->name = words_fill(&resolver->words, STRING_NOTE_NAME, fields);
	note->back = words_fill(&resolver->words, STRING_NOTE_BACK, fields);
}

static void add_note_run(struct resolver *resolver, struct note *note, struct text *text,
			 const struct style *style)
{
	struct text_run *run;

	number_note(resolver, note);
	if (ends_in_digit(text))
		add_run(resolver, text, narrow_space, style);
	run = add_run(resolver, text, words_number(&resolver->words, (double)note->number, 0),
		      style);
	run->kind = RUN_NOTE;
	run->note = note;
}

static void add_note(struct resolver *resolver, const struct scope *scope,
		     const struct inline_part *part, struct text *text, const struct style *style)
{
	bool before = resolver->in_running_text;
	struct note *note;

	if (resolver->in_words_only)
		return;
	note = arena_alloc(resolver->arena, sizeof(*note));
	/* A footnote has no footnotes. */
	resolver->in_running_text = false;
	add_parts(resolver, scope, part->children, &note->text, (struct style){ 0 });
	resolver->in_running_text = before;
	add_note_run(resolver, note, text, style);
}

void note_of_state(struct resolver *resolver, const struct value *value, struct text *text)
{
	const struct style style = { 0 };
	struct state_set states = { 0 };
	struct note *note;

	if (resolver->in_words_only || resolver->text_rows != NULL || value->state == VALUE_SHOWN ||
	    resolver->said_reasons[value->reason])
		return;
	resolver->said_reasons[value->reason] = true;
	note = arena_alloc(resolver->arena, sizeof(*note));
	note_state(&states, value);
	explain_states(resolver, &states, &note->text);
	add_note_run(resolver, note, text, &style);
}

/* A figure; of one that is not there a footnote says why, once in a section. */
static void add_value(struct resolver *resolver, const struct scope *scope,
		      const struct inline_part *part, struct text *text, const struct style *style)
{
	struct value value;

	add_run(resolver, text, resolve_value(resolver, scope, part, &value), style);
	if (resolver->in_running_text)
		note_of_state(resolver, &value, text);
}

static void add_phrase(struct resolver *resolver, const struct scope *scope,
		       const struct inline_part *part, struct text *text, const struct style *style)
{
	const struct text_run look = { .strong = style->strong,
				       .emphasis = style->emphasis,
				       .href = style->href,
				       .language = style->language };
	struct cell_key about = { 0 };
	const char *sentence = resolve_phrase(resolver, scope, part, &about);

	append_phrase(resolver, text, sentence, &about, &look);
}

/* Written out at its first use in a chapter: "integrated care board (ICB)"; later its long form is read out alone. */
static void add_abbreviation(struct resolver *resolver, const struct scope *scope,
			     const struct inline_part *part, struct text *text, struct style style)
{
	const char *before = text_plain(resolver->arena, text), *full = part->to.text;
	size_t first = text->count;

	if (abbreviation_is_new(resolver, resolve_words(resolver, scope, part->children), full)) {
		if (!abbreviation_follows(before, full)) {
			add_run(resolver, text, full, &style);
			add_run(resolver, text, " (", &style);
			add_parts(resolver, scope, part->children, text, style);
			add_run(resolver, text, ")", &style);
			return;
		}
	}
	add_parts(resolver, scope, part->children, text, style);
	if (text->count > first)
		text->runs[first]->expansion = full;
}

static void add_part(struct resolver *resolver, const struct scope *scope,
		     const struct inline_part *part, struct text *text, struct style style)
{
	if (part->language != NULL)
		style.language = part->language;
	switch (part->kind) {
	case INLINE_TEXT:
		add_run(resolver, text, part->text, &style);
		break;
	case INLINE_VALUE:
		add_value(resolver, scope, part, text, &style);
		break;
	case INLINE_INTERVAL:
		add_run(resolver, text, resolve_interval(resolver, scope, part), &style)
			->filled_in = true;
		break;
	case INLINE_PHRASE:
		add_phrase(resolver, scope, part, text, &style);
		break;
	case INLINE_NAME:
		add_run(resolver, text, resolve_name(resolver, scope, part), &style)->filled_in =
			true;
		break;
	case INLINE_REF:
		add_reference(resolver, text, part, &style);
		break;
	case INLINE_NOTE:
		add_note(resolver, scope, part, text, &style);
		break;
	case INLINE_TERM:
	case INLINE_STRONG:
		style.strong = true;
		add_parts(resolver, scope, part->children, text, style);
		break;
	case INLINE_EMPHASIS:
		style.emphasis = true;
		add_parts(resolver, scope, part->children, text, style);
		break;
	case INLINE_LINK:
		style.href = part->to.text;
		add_parts(resolver, scope, part->children, text, style);
		break;
	case INLINE_ABBREVIATION:
		add_abbreviation(resolver, scope, part, text, style);
		break;
	case INLINE_WHEN:
		if (test_holds(resolver, scope, part->test, part->at))
			add_parts(resolver, scope, part->children, text, style);
		break;
	case INLINE_TO_WRITE:
		add_to_write(resolver, scope, part, text);
		break;
	}
}

static void add_parts(struct resolver *resolver, const struct scope *scope,
		      const struct inline_part *part, struct text *text, struct style style)
{
	for (; part != NULL; part = part->next)
		add_part(resolver, scope, part, text, style);
}

/* A reference has no words until all numbers are known. */
static bool is_reference(const struct resolver *resolver, const struct text_run *run)
{
	for (size_t i = resolver->pending_count; i-- > 0;)
		if (resolver->pending[i].run == run)
			return true;
	return false;
}

/* True of a run that stands for words although it holds none, or none that are read on. */
static bool stands_for_words(const struct resolver *resolver, const struct text_run *run)
{
	return run->kind != RUN_TEXT || (run->text[0] == '\0' && is_reference(resolver, run));
}

bool text_says_nothing(const struct resolver *resolver, const struct text *text)
{
	for (size_t i = 0; i < text->count; i++)
		if (text->runs[i]->text[0] != '\0' || stands_for_words(resolver, text->runs[i]))
			return false;
	return true;
}

/* Blanks at both ends, and doubled ones where a condition left nothing, go. */
static void tidy(struct resolver *resolver, struct text *text)
{
	bool blank = true;

	for (size_t i = 0; i < text->count; i++) {
		struct buffer kept;

		buffer_init(&kept);
		for (const char *c = text->runs[i]->text; *c != '\0'; c++) {
			if (*c != ' ' || !blank)
				buffer_add_char(&kept, *c);
			blank = *c == ' ';
		}
		if (stands_for_words(resolver, text->runs[i]))
			blank = false;
		if (strlen(text->runs[i]->text) != kept.length)
			text->runs[i]->text = buffer_finish(&kept, resolver->arena);
		buffer_clear(&kept);
	}
	for (size_t i = text->count; i-- > 0;) {
		size_t length = strlen(text->runs[i]->text);

		if (stands_for_words(resolver, text->runs[i]))
			break;
		while (length > 0 && text->runs[i]->text[length - 1] == ' ')
			length--;
		text->runs[i]->text = arena_strndup(resolver->arena, text->runs[i]->text, length);
		if (length > 0)
			break;
	}
}

struct text resolve_inline(struct resolver *resolver, const struct scope *scope,
			   const struct inline_part *part)
{
	struct text text = { 0 };

	add_parts(resolver, scope, part, &text, (struct style){ .language = scope->language });
	tidy(resolver, &text);
	return text;
}

struct text resolve_running_text(struct resolver *resolver, const struct scope *scope,
				 const struct inline_part *part)
{
	bool before = resolver->in_running_text;
	struct text text;

	resolver->in_running_text = true;
	text = resolve_inline(resolver, scope, part);
	resolver->in_running_text = before;
	return text;
}

const char *resolve_words(struct resolver *resolver, const struct scope *scope,
			  const struct inline_part *part)
{
	bool before = resolver->in_words_only;
	struct text text;

	resolver->in_words_only = true;
	text = resolve_inline(resolver, scope, part);
	resolver->in_words_only = before;
	return text_plain(resolver->arena, &text);
}

struct text resolve_title(struct resolver *resolver, const struct scope *scope,
			  const struct figure_parts *parts)
{
	struct text title = resolve_inline(resolver, scope, parts->title);

	if (text_says_nothing(resolver, &title))
		diag_add(resolver->diags, DIAG_TITLE_EMPTY, parts->title_at, NULL, NULL);
	return title;
}
