/*
 * scripts.h - letters that are more than a byte each, for tests of text.
 */
#ifndef GRADIENT_TESTS_SCRIPTS_H
#define GRADIENT_TESTS_SCRIPTS_H

#define HEBREW "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d" /* four letters from right to left */
#define ARABIC "\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7"
#define CHINESE "\xe4\xb8\xad" /* no font of ours has it */
#define ACUTE "\xcc\x81"       /* a combining accent */
#define NO_BREAK "\xc2\xa0"    /* a blank at which no line ends */
#define EM_DASH "\xe2\x80\x94"
#define POUND "\xc2\xa3"

#endif
