/*
 * value.h - the values that PDF files and page contents are made of (ISO 32000-1, 7.2 and 7.3), read in place.
 *
 * A value is a slice of text: a number, name, string, array, dictionary, keyword or reference ("12 0 R"), without
 * white-space or comments around it. Nothing is copied or unpacked until asked for.
 * Errors: a slice of length 0 stands for "none", also where the text is damaged.
 */
#ifndef GRADIENT_PDF_VALUE_H
#define GRADIENT_PDF_VALUE_H

#include <stdbool.h>
#include <stddef.h>

struct buffer;

enum {
	PDF_OBJECT_NUMBER_MOST = 8388607, /* ISO 32000-1, annex C.2 */
	PDF_GENERATION_MOST = 65535
};

struct pdf_slice {
	const char *bytes;
	size_t length;
};

enum pdf_kind {
	PDF_NONE, /* the end, or damage: a string without an end, brackets that do not match */
	PDF_NUMBER,
	PDF_NAME,
	PDF_STRING, /* (text) or <68 65 78> */
	PDF_ARRAY,
	PDF_DICTIONARY,
	PDF_REFERENCE,
	PDF_KEYWORD /* true, false, null, obj, endobj */
};

/* The text as a slice; of a text that lives as long as the slice. */
struct pdf_slice pdf_text(const char *text);

/*
 * Takes the next value off the front of rest and tells its kind. Arrays and dictionaries are taken whole.
 */
enum pdf_kind pdf_take(struct pdf_slice *rest, struct pdf_slice *value);

/* The kind of a single value. */
enum pdf_kind pdf_kind_of(struct pdf_slice value);

/* What stands between the brackets of an array or dictionary, for pdf_take; none for other values. */
struct pdf_slice pdf_inside(struct pdf_slice value);

/* The value of a key of a dictionary, as it stands; none when it is not there. The first one, if there are two. */
struct pdf_slice pdf_value_of(struct pdf_slice dictionary, const char *key);

/* False when the value is not a whole number from least to most. */
bool pdf_integer(struct pdf_slice value, long least, long most, long *number);

/* False when the value is not a number. */
bool pdf_real(struct pdf_slice value, double *number);

/* The number of the object that a reference names; false for other values, and for numbers no object can have. */
bool pdf_reference(struct pdf_slice value, int *number, int *generation);

/* Whether the value is this name, without the slash; #xx in the value is understood. */
bool pdf_is_name(struct pdf_slice value, const char *name);

/* Whether the value is this keyword. */
bool pdf_is_keyword(struct pdf_slice value, const char *keyword);

/* Adds the bytes that a name (without slash), a string or a hexadecimal string stands for; false for others. */
bool pdf_bytes_of(struct pdf_slice value, struct buffer *out);

#endif
