// SPDX-License-Identifier: Apache-2.0
/* A page that is there to be printed asks for it as soon as all of it has come. */
addEventListener("load", () => print());
