-- SPDX-License-Identifier: Apache-2.0

-- Earlier releases wrote two question marks for a character beyond the first plane where it stood across two buffers of a
-- large batch. The journal has it right: what is kept is folded anew from there, at the first start of this release.
truncate memory.record, memory.mention, memory.version, memory.present, memory.touch, memory.view;
update memory.progress set position = 0;
