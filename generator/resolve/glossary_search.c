/*
 * glossary_search.c - looks for the names of entries in a text.
 */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/string_index.h"
#include "base/text_list.h"
#include "resolve/glossary_parts.h"

/* -- letters ------------------------------------------------------------------------------------ */

/*
 * Blanks that do not break, dashes and signs are blanks, a raised comma is an apostrophe, lowered digits are
 * digits: the text is in UTF-8, and all other characters beyond ASCII are letters.
 */
static const char *fold(struct arena *arena, const char *text)
{
	struct buffer folded;

	buffer_init(&folded);
	while (*text != '\0') {
		const unsigned char *at = (const unsigned char *)text;
		size_t length = at[0] < 0x80 ? 1 : at[0] < 0xe0 ? 2 : at[0] < 0xf0 ? 3 : 4;
		char letter = (char)at[0];

		if (at[0] == 0xe2 && at[1] == 0x80)
			letter = at[2] == 0x99 ? '\'' : ' ';
		else if (at[0] == 0xe2 && at[1] == 0x82 && at[2] >= 0x80 && at[2] <= 0x89)
			letter = (char)('0' + at[2] - 0x80);
		else if ((at[0] == 0xe2 && at[1] == 0x88) || at[0] == 0xc2 ||
			 (at[0] == 0xc3 && (at[1] == 0x97 || at[1] == 0xb7)))
			letter = ' ';
		buffer_add_char(&folded, letter);
		if ((unsigned char)letter >= 0x80)
			for (size_t i = 1; i < length && text[i] != '\0'; i++)
				buffer_add_char(&folded, text[i]);
		for (size_t i = 0; i < length && *text != '\0'; i++)
			text++;
	}
	return buffer_finish(&folded, arena);
}

static bool is_letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* Within a word: "A&E", "ICD-10", "GOV.UK". */
static bool joins(const char *at)
{
	return strchr("&-.", *at) != NULL && *at != '\0' && is_letter(at[1]);
}

static size_t word_length(const char *at)
{
	size_t length = 0;

	while (is_letter(at[length]) || (length > 0 && joins(at + length)))
		length++;
	return length;
}

/* The same up to the next hyphen. */
static size_t part_length(const char *at, size_t length)
{
	const char *hyphen = memchr(at, '-', length);

	return hyphen == NULL ? length : (size_t)(hyphen - at);
}

static size_t without_plural(const char *word, size_t length)
{
	return length > 2 && word[length - 1] == 's' && isupper((unsigned char)word[length - 2])
		       ? length - 1
		       : length;
}

/* II, IV, XII */
static bool is_roman(const char *word, size_t length)
{
	return length <= 4 && strspn(word, "IVX") >= length;
}

bool is_abbreviation(const char *word, size_t length)
{
	size_t capitals = 0, small = 0;

	length = without_plural(word, length);
	for (size_t i = 0; i < length; i++) {
		capitals += isupper((unsigned char)word[i]) != 0;
		small += islower((unsigned char)word[i]) != 0 || (unsigned char)word[i] >= 0x80;
	}
	/* What begins with a digit is the number of a section or a class: 13SA, 14Z35. */
	return capitals >= 2 && capitals >= small && !isdigit((unsigned char)word[0]) &&
	       !is_roman(word, length);
}

/* -- names -------------------------------------------------------------------------------------- */

static int letter_of(const char *word)
{
	return tolower((unsigned char)word[0]);
}

void search_add(struct glossary_search *search, int entry, enum name_kind kind, const char *name)
{
	struct arena *arena = search->resolver->arena;
	size_t *first;

	if (name[0] == '\0')
		return;
	search->names = arena_grow(arena, search->names, search->count, &search->capacity,
				   sizeof(*search->names));
	search->names[search->count++] = (struct glossary_name){
		.kind = kind,
		.text = name,
		.folded = fold(arena, name),
		.entry = entry,
		.exact = is_abbreviation(name, strcspn(name, " ")),
	};
	first = &search->first[letter_of(search->names[search->count - 1].folded)];
	search->names[search->count - 1].next = *first;
	*first = search->count;
}

void search_add_entry(struct glossary_search *search, int number,
		      const struct glossary_entry *entry)
{
	const char *also = entry->also, *name;

	search_add(search, number, NAME_TERM, entry->term);
	search_add(search, number, NAME_ABBREVIATION, entry->abbreviation);
	while ((name = list_next(search->resolver->arena, &also, "|")) != NULL)
		search_add(search, number, NAME_OTHER, name);
}

void search_add_code(struct glossary_search *search, const char *code)
{
	string_index_add(search->codes, code, 0);
}

/* What a name may have behind it: the plural, then the genitive. */
static size_t ending_length(const char *at)
{
	size_t length = at[0] == 's' ? 1 : at[0] == 'e' && at[1] == 's' ? 2 : 0;

	if (is_letter(at[length]))
		length = 0;
	if (at[length] == '\'' && at[length + 1] == 's' && !is_letter(at[length + 2]))
		length += 2;
	return length;
}

/* The length of the text that is the name, with its ending; 0 when the name does not stand there. */
static size_t matched(const struct glossary_name *name, const char *at)
{
	size_t length = strlen(name->folded);

	if (name->exact ? strncmp(at, name->folded, length) != 0
			: strncasecmp(at, name->folded, length) != 0)
		return 0;
	length += ending_length(at + length);
	return is_letter(at[length]) ? 0 : length;
}

/* The longest name that begins there; NULL when none does. *length: what it covers. */
static struct glossary_name *name_at(const struct glossary_search *search, const char *at,
				     bool in_meaning, size_t *length)
{
	struct glossary_name *best = NULL;

	*length = 0;
	for (size_t i = search->first[letter_of(at)]; i > 0; i = search->names[i - 1].next) {
		struct glossary_name *name = &search->names[i - 1];
		size_t covers;

		if (in_meaning && !name->exact)
			continue;
		covers = matched(name, at);
		if (covers > *length) {
			best = name;
			*length = covers;
		}
	}
	return best;
}

/* -- texts -------------------------------------------------------------------------------------- */

static void tell_unknown(struct glossary_search *search, const char *word, size_t length,
			 struct location at)
{
	struct resolver *resolver = search->resolver;
	struct document *document = resolver->document;
	const char *text = arena_strndup(resolver->arena, word, without_plural(word, length));

	if (!string_index_add(search->codes, text, 0))
		return;
	diag_add(resolver->diags, DIAG_ABBREVIATION_UNKNOWN, at, text, NULL);
	document->unexplained =
		arena_grow(resolver->arena, document->unexplained, document->unexplained_count,
			   &document->unexplained_capacity, sizeof(*document->unexplained));
	document->unexplained[document->unexplained_count++] = text;
}

static bool is_code(const struct glossary_search *search, const char *word, size_t length)
{
	return string_index_find(search->codes, arena_strndup(search->resolver->arena, word,
							      length)) != STRING_INDEX_NONE;
}

/* One word: a code, or the parts between its hyphens, each the beginning of a name, or an abbreviation. */
static const char *search_word(struct glossary_search *search, const char *word, struct location at,
			       bool in_meaning)
{
	size_t length = word_length(word), covers;
	const char *end = word + length;
	bool code = is_abbreviation(word, length) && is_code(search, word, length);

	while (word < end) {
		size_t part = part_length(word, (size_t)(end - word));
		struct glossary_name *name = name_at(search, word, in_meaning, &covers);

		if (name != NULL) {
			name->seen = true;
			/* What stands within a long term may be an abbreviation of its own. */
			part = name->exact || covers < part ? covers : part;
		} else if (!code && is_abbreviation(word, part)) {
			tell_unknown(search, word, part, at);
		}
		word += part > 0 ? part : 1;
		word += *word == '-' && word < end;
	}
	return word;
}

void search_text(struct glossary_search *search, const char *words, struct location at,
		 bool in_meaning)
{
	const char *text = fold(search->scratch, words);

	while (*text != '\0')
		text = is_letter(*text) ? search_word(search, text, at, in_meaning) : text + 1;
}
